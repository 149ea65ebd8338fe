#pragma once
#include <stddef.h>
#include <stdint.h>

/// Static vectors of word pieces: `distinguo_word_pieces` has one piece a line, and line n has the n-th row of
/// `distinguo_word_vectors`, `distinguo_word_vector_width` signed bytes, each to be multiplied by the scale of its column.
const unsigned char *distinguo_word_pieces(void);
size_t distinguo_word_pieces_size(void);
const int8_t *distinguo_word_vectors(void);
size_t distinguo_word_vectors_size(void);
/// Little-endian IEEE 754 numbers of four bytes.
const unsigned char *distinguo_word_vector_scales(void);
size_t distinguo_word_vector_width(void);
