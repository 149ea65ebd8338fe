/// A block of weights with the sums of squared gradients that AdaGrad divides by.
final class Parameters {
  let count: Int
  let values: UnsafeMutablePointer<Float>
  let squares: UnsafeMutablePointer<Float>
  private var sums: [Double] = []
  private var samples = 0

  init(count: Int) {
    self.count = count
    // Vectors of eight floats are loaded from here: 32 bytes of alignment.
    values = UnsafeMutableRawPointer.allocate(byteCount: count * 4 + 32, alignment: 32)
      .bindMemory(to: Float.self, capacity: count)
    squares = UnsafeMutableRawPointer.allocate(byteCount: count * 4 + 32, alignment: 32)
      .bindMemory(to: Float.self, capacity: count)
    values.initialize(repeating: 0, count: count)
    squares.initialize(repeating: 0.01, count: count)
  }

  deinit {
    UnsafeMutableRawPointer(values).deallocate()
    UnsafeMutableRawPointer(squares).deallocate()
  }

  func fill(_ scale: Float, _ random: inout RandomSource) {
    for index in 0..<count { values[index] = random.symmetric(scale) }
  }

  /// Adds the present values to the average.
  func sample() {
    if sums.isEmpty { sums = [Double](repeating: 0, count: count) }
    for index in 0..<count { sums[index] += Double(values[index]) }
    samples += 1
  }

  /// Replaces the values by the average of the samples.
  func takeAverage() {
    guard samples > 0 else { return }
    for index in 0..<count { values[index] = Float(sums[index] / Double(samples)) }
  }
}

/// An embedding table.
final class Table {
  let rows: Int
  let width: Int
  let parameters: Parameters

  init(rows: Int, width: Int, scale: Float, _ random: inout RandomSource) {
    self.rows = rows
    self.width = width
    parameters = Parameters(count: rows * width)
    parameters.fill(scale, &random)
  }
}
