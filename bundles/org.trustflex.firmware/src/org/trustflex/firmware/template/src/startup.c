/* What comes before main: the vector table and the memory as C expects it. */
#include <stdint.h>

#include "led.h"

extern uint32_t _stack_top, _data_in_flash, _data_start, _data_end, _bss_start, _bss_end;

int main(void);
void SysTick_Handler(void);

_Noreturn void Reset_Handler(void)
{
    const uint32_t *from = &_data_in_flash;
    for (uint32_t *to = &_data_start; to < &_data_end; to++, from++) {
        *to = *from;
    }
    for (uint32_t *to = &_bss_start; to < &_bss_end; to++) {
        *to = 0;
    }
    main();
    for (;;) {
    }
}

/* A fault, or an interrupt that nobody asked for: a fault of this program. The LED blinks about five times a second. */
static _Noreturn void fail(void)
{
    led_start();
    for (;;) {
        led_toggle();
        for (volatile uint32_t i = 0; i < 480000; i++) {
        }
    }
}

#define INTERRUPTS 28u

/* Cortex-M0+ manual, section 2.3.4: the stack, 15 exceptions, then the interrupts of the part. */
struct vector_table {
    const void *stack;
    void (*exceptions[15])(void);
    void (*interrupts[INTERRUPTS])(void);
};

__attribute__((section(".vectors"), used)) static const struct vector_table vectors = {
    .stack = &_stack_top,
    .exceptions = {Reset_Handler, fail, fail, 0, 0, 0, 0, 0, 0, 0, fail, 0, 0, fail, SysTick_Handler},
    .interrupts = {[0 ... INTERRUPTS - 1] = fail},
};
