/// The end of a search before its answer was complete.
public enum SearchStop: Error, Hashable, Sendable {
  /// More states were expanded than the budget allows.
  case states
  /// The clock ran out or the caller cancelled.
  case deadline
}

/// What a search may cost: expanded states, which are the same on every machine, and a clock as a safety net.
public final class SearchBudget {
  public let maximumStates: Int
  /// The states that were expanded so far.
  public private(set) var states = 0
  /// The edges that were looked at so far.
  public private(set) var edges = 0
  /// The stop that was thrown, once there was one.
  public private(set) var stop: SearchStop?
  private let isOverdue: (() -> Bool)?

  /// - Parameter isOverdue: asked every 256 states; true ends the search.
  public init(maximumStates: Int = 2_000_000, isOverdue: (() -> Bool)? = nil) {
    self.maximumStates = maximumStates
    self.isOverdue = isOverdue
  }

  /// Counts one expanded state and the edges looked at from it.
  public func spend(edges looked: Int) throws {
    states += 1
    edges += looked
    if states > maximumStates {
      stop = .states
      throw SearchStop.states
    }
    if states & 255 == 0, let isOverdue, isOverdue() {
      stop = .deadline
      throw SearchStop.deadline
    }
  }

  /// Counts a number of expanded states at once.
  public func spend(states expanded: Int, edges looked: Int) throws {
    let before = states
    states += expanded
    edges += looked
    if states > maximumStates {
      stop = .states
      throw SearchStop.states
    }
    if before >> 8 != states >> 8, let isOverdue, isOverdue() {
      stop = .deadline
      throw SearchStop.deadline
    }
  }

  /// Counts edges that were looked at outside a state.
  public func look(edges looked: Int) throws {
    edges += looked
    if edges & 4095 < looked, let isOverdue, isOverdue() {
      stop = .deadline
      throw SearchStop.deadline
    }
  }
}
