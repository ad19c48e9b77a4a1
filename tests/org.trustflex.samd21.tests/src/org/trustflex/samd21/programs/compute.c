/* What compiled code does most: a hash, divisions, copies, switch tables, bytes and halfwords, recursion, calls by
   pointer, 64-bit arithmetic. Ends with a semihosting exit after PASSES, one unless told, or never if ENDLESS. */
#ifndef ENDLESS
#define HOST_EXIT
#define ENDLESSLY 0
#else
#define ENDLESSLY 1
#endif
#ifndef PASSES
#define PASSES 1
#endif
#include "start.h"

VECTOR const vector vectors[16] = { (vector)stack_top, reset, spin, spin };

volatile uint32_t result;
static uint8_t message[200];
static uint16_t halves[64];

static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
};

static uint32_t rotate(uint32_t value, unsigned count)
{
    return value >> count | value << (32 - count);
}

/* One block of SHA-256 (FIPS 180-4). */
static void hash_block(uint32_t state[8], const uint8_t block[64])
{
    uint32_t w[64], v[8];
    for (int t = 0; t < 16; t++) {
        w[t] = (uint32_t)block[4 * t] << 24 | (uint32_t)block[4 * t + 1] << 16 | (uint32_t)block[4 * t + 2] << 8 | block[4 * t + 3];
    }
    for (int t = 16; t < 64; t++) {
        uint32_t s0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ w[t - 15] >> 3;
        uint32_t s1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ w[t - 2] >> 10;
        w[t] = w[t - 16] + s0 + w[t - 7] + s1;
    }
    memcpy(v, state, sizeof v);
    for (int t = 0; t < 64; t++) {
        uint32_t s1 = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25);
        uint32_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + round_constants[t] + w[t];
        uint32_t s0 = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22);
        uint32_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        v[7] = v[6]; v[6] = v[5]; v[5] = v[4]; v[4] = v[3] + t1;
        v[3] = v[2]; v[2] = v[1]; v[1] = v[0]; v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) {
        state[i] += v[i];
    }
}

static int32_t choose(uint32_t kind, int32_t a, int32_t b)
{
    switch (kind % 11) {
    case 0: return a + b;
    case 1: return a - b;
    case 2: return a * b;
    case 3: return b ? a / b : 0;
    case 4: return b ? a % b : 1;
    case 5: return b ? (int32_t)((uint32_t)a / (uint32_t)b) : 2;
    case 6: return (int32_t)((int64_t)a * b >> 17);
    case 7: return (int16_t)a << 3 ^ (int8_t)b;
    case 8: return a < b ? a : b;
    case 9: return (uint32_t)a > (uint32_t)b ? a >> (b & 31) : b >> (a & 31);
    default: return b ? (int32_t)((uint64_t)a * 1000003u / (uint32_t)b) : 3;
    }
}

static uint32_t fibonacci(uint32_t n)
{
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

static int compare_up(uint16_t a, uint16_t b) { return a < b ? -1 : a > b; }
static int compare_down(uint16_t a, uint16_t b) { return compare_up(b, a); }

static void sort(uint16_t *values, int count, int (*compare)(uint16_t, uint16_t))
{
    for (int i = 1; i < count; i++) {
        uint16_t value = values[i];
        int j = i;
        for (; j > 0 && compare(values[j - 1], value) > 0; j--) {
            values[j] = values[j - 1];
        }
        values[j] = value;
    }
}

static void compute(void)
{
    uint32_t state[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
    for (unsigned i = 0; i < sizeof message; i++) {
        message[i] = (uint8_t)(i * 7 + 3);
    }
    for (unsigned block = 0; block < 12; block++) {
        hash_block(state, message + block);
    }
    int32_t mixed = (int32_t)state[0];
    for (uint32_t i = 0; i < 3000; i++) {
        mixed = choose(i, mixed ^ (int32_t)(i * 2654435761u), (int32_t)(state[i & 7] >> (i & 15)) - 500);
    }
    for (unsigned i = 0; i < 64; i++) {
        halves[i] = (uint16_t)(mixed * (int)(i + 1) >> 4);
    }
    sort(halves, 64, compare_up);
    sort(halves, 64, compare_down);
    float scale = 1.5f;
    for (int i = 0; i < 100; i++) {
        scale = scale * 1.01f + (float)halves[i & 63] / 3.0f;
    }
    result = (uint32_t)mixed + fibonacci(12) + halves[5] + (uint32_t)scale;
}

int main(void)
{
    int pass = 0;
    do {
        compute();
    } while (ENDLESSLY || ++pass < PASSES);
    return 0;
}
