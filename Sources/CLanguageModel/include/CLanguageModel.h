#pragma once
#include <stddef.h>
#include <stdint.h>

/// The English language model, as written by train-language-model: see Training/ and LICENSE-MODEL.md.
const void *distinguo_english_model(void);
size_t distinguo_english_model_size(void);

/// Adds to each of `units` sums the inner product of a vector with the unit's weights, shifted right with rounding.
/// `weights` holds `width` numbers for each unit; sums wrap. Integers only: the same result on every machine.
void distinguo_accumulate(const int16_t *vector, int width, const int16_t *weights, int units, int shift, int16_t *sums);

/// Sets each of `units` scores to its bias plus the inner product of a vector with the unit's weights.
void distinguo_scores(const int16_t *vector, int width, const int16_t *weights, const int32_t *bias, int units,
                      int32_t *scores);
