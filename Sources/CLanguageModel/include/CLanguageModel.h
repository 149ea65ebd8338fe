#pragma once
#include <stddef.h>

/// The English language model, as written by train-language-model: see Training/ and LICENSE-MODEL.md.
const void *distinguo_english_model(void);
size_t distinguo_english_model_size(void);
