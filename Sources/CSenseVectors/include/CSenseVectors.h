#pragma once
#include <stddef.h>

/// Static vectors of English word pieces, little-endian: "DSV1", the number of pieces and of dimensions (32 bits each),
/// a 32-bit float scale for each dimension, the 32-bit offset of each piece's name and of the end, a signed byte for
/// each piece and dimension, and the names, sorted by their bytes. See LICENSE-VECTORS.md.
const void *distinguo_sense_vectors(void);
size_t distinguo_sense_vectors_size(void);
