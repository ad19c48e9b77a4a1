/* The two functions that the compiler calls on its own, so that no C library is needed. */
#include <stddef.h>
#include <stdint.h>

/* Else the compiler would see that the loop is a memset, and call it. */
#define AS_WRITTEN __attribute__((optimize("no-tree-loop-distribute-patterns")))

void *memset(void *to, int value, size_t length);
void *memcpy(void *restrict to, const void *restrict from, size_t length);

AS_WRITTEN void *memset(void *to, int value, size_t length)
{
    uint8_t *bytes = to;
    for (size_t i = 0; i < length; i++) {
        bytes[i] = (uint8_t)value;
    }
    return to;
}

AS_WRITTEN void *memcpy(void *restrict to, const void *restrict from, size_t length)
{
    uint8_t *bytes = to;
    const uint8_t *source = from;
    for (size_t i = 0; i < length; i++) {
        bytes[i] = source[i];
    }
    return to;
}
