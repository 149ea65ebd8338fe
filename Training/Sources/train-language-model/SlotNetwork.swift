/// A net with one hidden layer of rectified units over embedded slots, trained online with AdaGrad.
final class SlotNetwork {
  typealias Vector = SIMD8<Float>

  let hidden: Int
  let outputs: Int
  let slots: [Table]
  let inputs: Int
  let weights: Parameters
  let bias: Parameters
  let output: Parameters
  let outputBias: Parameters
  let scores: UnsafeMutablePointer<Float>
  private let activation: UnsafeMutablePointer<Vector>
  private let gradient: UnsafeMutablePointer<Vector>
  private let vectors: Int

  init(slots: [Table], hidden: Int, outputs: Int, _ random: inout RandomSource) {
    self.slots = slots
    self.hidden = hidden
    self.outputs = outputs
    inputs = slots.reduce(0) { $0 + $1.width }
    weights = Parameters(count: inputs * hidden)
    bias = Parameters(count: hidden)
    output = Parameters(count: outputs * hidden)
    outputBias = Parameters(count: outputs)
    weights.fill(1.7 / Float(inputs).squareRoot(), &random)
    output.fill(1 / Float(hidden).squareRoot(), &random)
    vectors = hidden / 8
    scores = .allocate(capacity: outputs)
    activation = .allocate(capacity: vectors)
    gradient = .allocate(capacity: vectors)
  }

  var parameters: [Parameters] { [weights, bias, output, outputBias] }

  private func vectorized(_ pointer: UnsafeMutablePointer<Float>) -> UnsafeMutablePointer<Vector> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Vector.self)
  }

  /// Computes the scores of all outputs for the rows of the slots.
  func forward(_ rows: UnsafePointer<Int32>) {
    let start = vectorized(bias.values)
    for index in 0..<vectors { activation[index] = start[index] }
    var block = vectorized(weights.values)
    for (slot, table) in slots.enumerated() {
      let row = table.parameters.values + Int(rows[slot]) * table.width
      for element in stride(from: 0, to: table.width, by: 4) {
        let (a, b, c, d) = (row[element], row[element + 1], row[element + 2], row[element + 3])
        for index in 0..<vectors {
          activation[index] +=
            (a * block[index] + b * block[index + vectors])
            + (c * block[index + 2 * vectors] + d * block[index + 3 * vectors])
        }
        block += 4 * vectors
      }
    }
    for index in 0..<vectors { activation[index] = activation[index].replacing(with: 0, where: activation[index] .< 0) }
    let last = vectorized(output.values)
    for unit in 0..<outputs {
      var sum = Vector()
      for index in 0..<vectors { sum += activation[index] * last[unit * vectors + index] }
      scores[unit] = sum.sum() + outputBias.values[unit]
    }
  }

  /// Moves the weights against the gradient of the scores; zeros in it are passed over.
  func backward(_ rows: UnsafePointer<Int32>, _ scoreGradient: UnsafePointer<Float>, rate: Float) {
    for index in 0..<vectors { gradient[index] = Vector() }
    let last = vectorized(output.values)
    let lastSquares = vectorized(output.squares)
    for unit in 0..<outputs where scoreGradient[unit] != 0 {
      let slope = scoreGradient[unit]
      for index in unit * vectors..<(unit + 1) * vectors {
        let active = activation[index - unit * vectors]
        gradient[index - unit * vectors] += slope * last[index]
        let step = slope * active
        lastSquares[index] += step * step
        last[index] -= rate * step / lastSquares[index].squareRoot()
      }
      outputBias.squares[unit] += slope * slope
      outputBias.values[unit] -= rate * slope / outputBias.squares[unit].squareRoot()
    }
    let biases = vectorized(bias.values)
    let biasSquares = vectorized(bias.squares)
    for index in 0..<vectors {
      gradient[index] = gradient[index].replacing(with: 0, where: activation[index] .<= 0)
      biasSquares[index] += gradient[index] * gradient[index]
      biases[index] -= rate * gradient[index] / biasSquares[index].squareRoot()
    }
    updateInputs(rows, rate: rate)
  }

  private func updateInputs(_ rows: UnsafePointer<Int32>, rate: Float) {
    var block = vectorized(weights.values)
    var squares = vectorized(weights.squares)
    for (slot, table) in slots.enumerated() {
      let row = table.parameters.values + Int(rows[slot]) * table.width
      let rowSquares = table.parameters.squares + Int(rows[slot]) * table.width
      for element in 0..<table.width {
        let input = row[element]
        var sum = Vector()
        for index in 0..<vectors {
          let slope = gradient[index]
          sum += slope * block[index]
          let step = input * slope
          squares[index] += step * step
          block[index] -= rate * step / squares[index].squareRoot()
        }
        let step = sum.sum()
        rowSquares[element] += step * step
        row[element] -= rate * step / rowSquares[element].squareRoot()
        block += vectors
        squares += vectors
      }
    }
  }
}
