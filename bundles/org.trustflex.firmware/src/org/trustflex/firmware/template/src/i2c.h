/* The I2C bus with the secure elements: SERCOM2, data at PA08, clock at PA09. */
#ifndef I2C_H
#define I2C_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Frees the bus if somebody was interrupted on it, and starts at 400 kHz. */
void i2c_start(void);

/* Holds the data line low for 80 us, by a general call at 100 kHz that nobody acknowledges: the wake pulse. */
void i2c_pulse(void);

/* Writes bytes to a device with a seven-bit address. False if it or one of the bytes was not acknowledged. */
bool i2c_write(uint8_t address, const uint8_t *bytes, size_t length);

/*
 * Reads a group: a first byte that says how many bytes it has, itself included, and the rest. Gives how many were read, 0
 * if the address was not acknowledged. A count below 4 or beyond the capacity ends after the first byte and gives 1.
 */
size_t i2c_read_group(uint8_t address, uint8_t *bytes, size_t capacity);

#endif
