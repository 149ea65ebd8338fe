#include "CWordVectors.h"

// #embed is C23; clang takes it in every mode and puts the bytes into read-only, mapped memory.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char pieces[] = {
#embed "vocabulary.txt"
};

static const unsigned char vectors[] = {
#embed "vectors.i8"
};

static const unsigned char scales[] = {
#embed "scales.f32"
};

const unsigned char *distinguo_word_pieces(void) { return pieces; }
size_t distinguo_word_pieces_size(void) { return sizeof pieces; }
const int8_t *distinguo_word_vectors(void) { return (const int8_t *)vectors; }
size_t distinguo_word_vectors_size(void) { return sizeof vectors; }
const unsigned char *distinguo_word_vector_scales(void) { return scales; }
size_t distinguo_word_vector_width(void) { return sizeof scales / 4; }
