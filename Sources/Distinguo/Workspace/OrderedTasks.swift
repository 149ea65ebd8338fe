/// Applies `transform` to the items on several tasks and hands the results to `consume` in the order of the items.
///
/// At most `width` transformations run at a time, and none starts more than a few items ahead of the one that
/// `consume` waits for, so that memory stays bounded. Stops at the first error of `consume`.
func forEachInOrder<Item: Sendable, Output: Sendable>(
  _ items: [Item], width: Int, transform: @escaping @Sendable (Item) -> Output,
  consume: (Int, Output) throws -> Void
) async throws {
  guard width > 1 else {
    for (index, item) in items.enumerated() { try consume(index, transform(item)) }
    return
  }
  try await withThrowingTaskGroup(of: (Int, Output).self) { group in
    var started = 0
    var finished: [Int: Output] = [:]
    var next = 0
    func startOne() {
      guard started < items.count else { return }
      let index = started
      let item = items[index]
      started += 1
      group.addTask { (index, transform(item)) }
    }
    for _ in 0..<width { startOne() }
    while let (index, output) = try await group.next() {
      finished[index] = output
      while let ready = finished.removeValue(forKey: next) {
        try consume(next, ready)
        next += 1
      }
      let running = started - next - finished.count
      for _ in running..<max(running, width) where started < next + 4 * width { startOne() }
    }
  }
}
