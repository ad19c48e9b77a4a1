/* The status LED at PA02. */
#ifndef LED_H
#define LED_H

#include <stdbool.h>

/* Makes the pin an output. */
void led_start(void);

/* The other way round. */
void led_toggle(void);

/* Blinks for ever: once a second for success, five times a second for failure. */
_Noreturn void led_show(bool success);

#endif
