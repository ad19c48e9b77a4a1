#include "led.h"

#include "clock.h"
#include "samd21.h"

#define LED BIT(2)
#define HALF_SLOW_BLINK_MS 500u
#define HALF_FAST_BLINK_MS 100u

void led_start(void)
{
    PORT_OUTCLR = LED;
    PORT_DIRSET = LED;
}

void led_toggle(void)
{
    PORT_OUTTGL = LED;
}

_Noreturn void led_show(bool success)
{
    uint32_t half = success ? HALF_SLOW_BLINK_MS : HALF_FAST_BLINK_MS;
    uint32_t next = clock_milliseconds();
    for (;;) {
        led_toggle();
        next += half;
        while ((int32_t)(next - clock_milliseconds()) > 0) {
            __asm volatile("wfi" ::: "memory");
        }
    }
}
