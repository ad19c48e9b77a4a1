/* The console: SERCOM3 at PA22, through the debugger's serial port, 115200-8-N-1. It only talks. */
#ifndef CONSOLE_H
#define CONSOLE_H

#include <stddef.h>
#include <stdint.h>

void console_start(void);

/* Prints a text; "\n" becomes CR LF. */
void console_print(const char *text);

/* Prints a byte as two upper-case hexadecimal digits. */
void console_print_byte(uint8_t value);

/* Prints bytes with blanks between, sixteen a line, and ends the line. */
void console_print_bytes(const uint8_t *bytes, size_t length);

/* Returns when the last character is on the wire. */
void console_flush(void);

#endif
