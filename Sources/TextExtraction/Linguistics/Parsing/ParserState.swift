/// The three moves of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011).
@_spi(Training) public enum Transition: Int, CaseIterable, Sendable {
  /// The next word goes onto the stack.
  case shift
  /// The top of the stack becomes a dependant of the next word and leaves.
  case left
  /// The top of the stack becomes a dependant of the word below it and leaves.
  case right
}

/// The stack, the rest of the sentence and the arcs made so far.
///
/// Nodes are the words from 0; `count` is the artificial root, which stands behind the last word; -1 is no node.
/// The memory belongs to the value and is freed by `deallocate()`.
@_spi(Training) public struct ParserState {
  public private(set) var count = 0
  /// The next word, `count` when only the root is left.
  public private(set) var next = 0
  public private(set) var stackCount = 0
  public let stack: UnsafeMutablePointer<Int32>
  public let heads: UnsafeMutablePointer<Int32>
  public let labels: UnsafeMutablePointer<Int32>
  private let left1: UnsafeMutablePointer<Int32>
  private let left2: UnsafeMutablePointer<Int32>
  private let right1: UnsafeMutablePointer<Int32>
  private let right2: UnsafeMutablePointer<Int32>
  private let memory: UnsafeMutablePointer<Int32>

  /// The numbers of nodes that the nets look at.
  public static let actionNodes = 16
  public static let actionLabels = 10
  public static let arcNodes = 12
  public static let arcLabels = 7

  /// Room for sentences of up to `capacity` words.
  public init(capacity: Int) {
    // Each array starts at index -1, so that looking up "no node" needs no branch.
    let stride = capacity + 2
    memory = .allocate(capacity: stride * 7)
    stack = memory
    heads = memory + stride + 1
    labels = memory + stride * 2 + 1
    left1 = memory + stride * 3 + 1
    left2 = memory + stride * 4 + 1
    right1 = memory + stride * 5 + 1
    right2 = memory + stride * 6 + 1
  }

  public func deallocate() { memory.deallocate() }

  /// Starts a sentence; `noLabel` is what `labels` holds for nodes without a head.
  public mutating func reset(count: Int, noLabel: Int32) {
    self.count = count
    next = 0
    stackCount = 0
    for node in -1...count {
      heads[node] = -1
      labels[node] = noLabel
      left1[node] = -1
      left2[node] = -1
      right1[node] = -1
      right2[node] = -1
    }
  }

  public var isFinal: Bool { next == count && stackCount == 0 }

  @inline(__always)
  public func isLegal(_ transition: Transition) -> Bool {
    switch transition {
    case .shift: next < count
    // Only the last word left may take the root as its head: every sentence has one root.
    case .left: stackCount > 0 && (next < count || stackCount == 1)
    case .right: stackCount > 1
    }
  }

  /// The arc that a move makes.
  @inline(__always)
  public func arc(_ transition: Transition) -> (head: Int, dependant: Int) {
    let dependant = Int(stack[stackCount - 1])
    return (transition == .left ? next : Int(stack[stackCount - 2]), dependant)
  }

  public mutating func shift() {
    stack[stackCount] = Int32(truncatingIfNeeded: next)
    stackCount += 1
    next += 1
  }

  /// Makes the arc of a `left` or `right`.
  public mutating func attach(_ transition: Transition, label: Int32) {
    let (head, dependant) = arc(transition)
    heads[dependant] = Int32(truncatingIfNeeded: head)
    labels[dependant] = label
    if transition == .left {
      left2[head] = left1[head]
      left1[head] = Int32(truncatingIfNeeded: dependant)
    } else {
      right2[head] = right1[head]
      right1[head] = Int32(truncatingIfNeeded: dependant)
    }
    stackCount -= 1
  }

  /// Writes the nodes that the action net looks at (16), then the nodes whose labels it looks at (10).
  @inline(__always)
  public func writeActionNodes(_ nodes: UnsafeMutablePointer<Int32>) {
    let s0 = stackCount > 0 ? Int(stack[stackCount - 1]) : -1
    let s1 = stackCount > 1 ? Int(stack[stackCount - 2]) : -1
    let s2 = stackCount > 2 ? stack[stackCount - 3] : -1
    let b0 = next
    nodes[0] = Int32(truncatingIfNeeded: s0)
    nodes[1] = Int32(truncatingIfNeeded: s1)
    nodes[2] = s2
    nodes[3] = Int32(truncatingIfNeeded: b0)
    nodes[4] = node(b0 + 1)
    nodes[5] = node(b0 + 2)
    nodes[6] = left1[s0]
    nodes[7] = right1[s0]
    nodes[8] = right1[s1]
    nodes[9] = left1[b0]
    nodes[10] = node(b0 + 3)
    nodes[11] = left1[s1]
    nodes[12] = left2[s0]
    nodes[13] = right2[s1]
    nodes[14] = left1[Int(right1[s1])]
    nodes[15] = right2[s0]
    nodes[16] = nodes[6]
    nodes[17] = nodes[7]
    nodes[18] = nodes[8]
    nodes[19] = nodes[9]
    nodes[20] = nodes[11]
    nodes[21] = nodes[12]
    nodes[22] = nodes[13]
    nodes[23] = nodes[14]
    nodes[24] = nodes[15]
    nodes[25] = left2[b0]
  }

  /// Writes the nodes that the label net looks at (12), then the nodes whose labels it looks at (7).
  @inline(__always)
  public func writeArcNodes(head: Int, dependant: Int, _ nodes: UnsafeMutablePointer<Int32>) {
    nodes[0] = Int32(truncatingIfNeeded: head)
    nodes[1] = Int32(truncatingIfNeeded: dependant)
    nodes[2] = left1[dependant]
    nodes[3] = right1[dependant]
    nodes[4] = left1[head]
    nodes[5] = right1[head]
    nodes[6] = Int32(truncatingIfNeeded: dependant - 1)
    nodes[7] = node(dependant + 1)
    nodes[8] = Int32(truncatingIfNeeded: head - 1)
    nodes[9] = node(head + 1)
    nodes[10] = left2[dependant]
    nodes[11] = right2[head]
    nodes[12] = nodes[2]
    nodes[13] = nodes[3]
    nodes[14] = nodes[4]
    nodes[15] = nodes[5]
    nodes[16] = nodes[10]
    nodes[17] = nodes[11]
    nodes[18] = left2[head]
  }

  @inline(__always)
  private func node(_ index: Int) -> Int32 { index <= count ? Int32(truncatingIfNeeded: index) : -1 }
}
