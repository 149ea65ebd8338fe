#include "CLanguageModel.h"

// Inner products of 16-bit integers: eight products an instruction where the machine has one for it. C and not Swift,
// because SIMD types of Swift have no multiply-and-add of neighbours.

#if defined(__SSE2__)
#include <emmintrin.h>

static inline int32_t inner(const int16_t *a, const int16_t *b, int width) {
  __m128i sum = _mm_setzero_si128();
  int index = 0;
  for (; index + 8 <= width; index += 8)
    sum = _mm_add_epi32(sum, _mm_madd_epi16(_mm_loadu_si128((const __m128i *)(a + index)),
                                            _mm_loadu_si128((const __m128i *)(b + index))));
  if (index + 4 <= width) {
    sum = _mm_add_epi32(sum, _mm_madd_epi16(_mm_loadl_epi64((const __m128i *)(a + index)),
                                            _mm_loadl_epi64((const __m128i *)(b + index))));
    index += 4;
  }
  sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0x4E));
  sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0xB1));
  uint32_t result = (uint32_t)_mm_cvtsi128_si32(sum);
  for (; index < width; index++) result += (uint32_t)((int32_t)a[index] * b[index]);
  return (int32_t)result;
}

// Four units at once: their partial sums are added up together.
static inline __m128i inner4(const int16_t *a, const int16_t *b, int width) {
  __m128i sums[4] = {_mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128()};
  int index = 0;
  for (; index + 8 <= width; index += 8) {
    const __m128i part = _mm_loadu_si128((const __m128i *)(a + index));
    for (int unit = 0; unit < 4; unit++)
      sums[unit] = _mm_add_epi32(
          sums[unit], _mm_madd_epi16(part, _mm_loadu_si128((const __m128i *)(b + unit * width + index))));
  }
  if (index < width) {
    const __m128i part = _mm_loadl_epi64((const __m128i *)(a + index));
    for (int unit = 0; unit < 4; unit++)
      sums[unit] = _mm_add_epi32(
          sums[unit], _mm_madd_epi16(part, _mm_loadl_epi64((const __m128i *)(b + unit * width + index))));
  }
  const __m128i low = _mm_add_epi32(_mm_unpacklo_epi32(sums[0], sums[1]), _mm_unpackhi_epi32(sums[0], sums[1]));
  const __m128i high = _mm_add_epi32(_mm_unpacklo_epi32(sums[2], sums[3]), _mm_unpackhi_epi32(sums[2], sums[3]));
  return _mm_add_epi32(_mm_unpacklo_epi64(low, high), _mm_unpackhi_epi64(low, high));
}
#define DISTINGUO_FOUR 1
#elif defined(__ARM_NEON)
#include <arm_neon.h>

static inline int32_t inner(const int16_t *a, const int16_t *b, int width) {
  int32x4_t sum = vdupq_n_s32(0);
  int index = 0;
  for (; index + 4 <= width; index += 4) sum = vmlal_s16(sum, vld1_s16(a + index), vld1_s16(b + index));
  uint32_t result = (uint32_t)vaddvq_s32(sum);
  for (; index < width; index++) result += (uint32_t)((int32_t)a[index] * b[index]);
  return (int32_t)result;
}
#else
static inline int32_t inner(const int16_t *a, const int16_t *b, int width) {
  uint32_t result = 0;
  for (int index = 0; index < width; index++) result += (uint32_t)((int32_t)a[index] * b[index]);
  return (int32_t)result;
}
#endif

void distinguo_accumulate(const int16_t *vector, int width, const int16_t *weights, int units, int shift, int16_t *sums) {
  const uint32_t half = shift > 0 ? 1u << (shift - 1) : 0;
  int unit = 0;
#ifdef DISTINGUO_FOUR
  for (; width % 4 == 0 && unit + 4 <= units; unit += 4) {
    const __m128i products = inner4(vector, weights + (ptrdiff_t)unit * width, width);
    int32_t shifted[4];
    _mm_storeu_si128((__m128i *)shifted,
                     _mm_sra_epi32(_mm_add_epi32(products, _mm_set1_epi32((int32_t)half)), _mm_cvtsi32_si128(shift)));
    for (int next = 0; next < 4; next++)
      sums[unit + next] = (int16_t)(uint16_t)((uint32_t)sums[unit + next] + (uint32_t)shifted[next]);
  }
#endif
  for (; unit < units; unit++) {
    const uint32_t product = (uint32_t)inner(vector, weights + (ptrdiff_t)unit * width, width) + half;
    sums[unit] = (int16_t)(uint16_t)((uint32_t)sums[unit] + (uint32_t)((int32_t)product >> shift));
  }
}

void distinguo_scores(const int16_t *vector, int width, const int16_t *weights, const int32_t *bias, int units,
                      int32_t *scores) {
  int unit = 0;
#ifdef DISTINGUO_FOUR
  for (; width % 4 == 0 && unit + 4 <= units; unit += 4)
    _mm_storeu_si128((__m128i *)(scores + unit),
                     _mm_add_epi32(_mm_loadu_si128((const __m128i *)(bias + unit)),
                                   inner4(vector, weights + (ptrdiff_t)unit * width, width)));
#endif
  for (; unit < units; unit++)
    scores[unit] = (int32_t)((uint32_t)bias[unit] + (uint32_t)inner(vector, weights + (ptrdiff_t)unit * width, width));
}
