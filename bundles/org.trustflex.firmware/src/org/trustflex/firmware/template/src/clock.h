/* The processor at 48 MHz, and time. */
#ifndef CLOCK_H
#define CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* Starts the 48 MHz oscillator, gives its clock to the processor and starts to count milliseconds. */
void clock_start(void);

/* Milliseconds since the start. */
uint32_t clock_milliseconds(void);

/* Whether so many milliseconds have passed since a moment. */
bool clock_has_passed(uint32_t since, uint32_t milliseconds);

/* Sleeps at least that long, at most one millisecond longer. */
void clock_wait(uint32_t milliseconds);

#endif
