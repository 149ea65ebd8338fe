#include "CLanguageModel.h"

// #embed is C23; clang takes it in every mode and puts the bytes into read-only, mapped memory.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char model[] = {
#embed "english.model"
};

const void *distinguo_english_model(void) { return model; }
size_t distinguo_english_model_size(void) { return sizeof model; }
