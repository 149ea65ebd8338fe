#include "CSenseVectors.h"

// #embed is C23; clang takes it in every mode and puts the bytes into read-only, mapped memory.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char vectors[] = {
#embed "english.vectors"
};

const void *distinguo_sense_vectors(void) { return vectors; }
size_t distinguo_sense_vectors_size(void) { return sizeof vectors; }
