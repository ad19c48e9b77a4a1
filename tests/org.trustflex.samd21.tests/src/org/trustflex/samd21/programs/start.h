/* Start-up code without a library: data, bss, main, and the vectors a program asks for. */
#ifndef START_H
#define START_H
#include <stddef.h>
#include <stdint.h>

extern uint32_t data_image[], data_start[], data_end[], bss_start[], bss_end[], stack_top[];

int main(void);

void *memcpy(void *to, const void *from, size_t count)
{
    uint8_t *target = to;
    const uint8_t *source = from;
    while (count--) {
        *target++ = *source++;
    }
    return to;
}

void *memset(void *to, int value, size_t count)
{
    uint8_t *target = to;
    while (count--) {
        *target++ = (uint8_t)value;
    }
    return to;
}

static void finish(void)
{
#ifdef HOST_EXIT
    __asm volatile("mov r0, #0x18\n mov r1, #2\n lsl r1, r1, #16\n add r1, #0x26\n bkpt 0xAB\n" ::: "r0", "r1");
#endif
    for (;;) {
    }
}

void reset(void)
{
    for (uint32_t *from = data_image, *to = data_start; to < data_end;) {
        *to++ = *from++;
    }
    for (uint32_t *to = bss_start; to < bss_end;) {
        *to++ = 0;
    }
    main();
    finish();
}

void spin(void)
{
    for (;;) {
    }
}

typedef void (*vector)(void);
#define VECTOR __attribute__((section(".vectors"), used))

#endif
