/* The registers that the test programs use (SAM D21/DA1 Family Data Sheet, DS40001882). */
#ifndef SAMD21_H
#define SAMD21_H
#include <stdint.h>

#define R8(address) (*(volatile uint8_t *)(address))
#define R16(address) (*(volatile uint16_t *)(address))
#define R32(address) (*(volatile uint32_t *)(address))

#define PM_APBCMASK R32(0x40000420)
#define SYSCTRL_PCLKSR R32(0x4000080C)
#define SYSCTRL_OSC32K R32(0x40000818)
#define SYSCTRL_OSC8M R32(0x40000820)
#define SYSCTRL_DFLLCTRL R16(0x40000824)
#define SYSCTRL_DFLLVAL R32(0x40000828)
#define GCLK_STATUS R8(0x40000C01)
#define GCLK_CLKCTRL R16(0x40000C02)
#define GCLK_GENCTRL R32(0x40000C04)
#define NVMCTRL_CTRLB R32(0x41004004)
#define PORT_DIRSET R32(0x41004408)
#define PORT_OUTSET R32(0x41004418)
#define PORT_OUTTGL R32(0x4100441C)
#define PORT_PMUX(pair) R8(0x41004430 + (pair))
#define PORT_PINCFG(pin) R8(0x41004440 + (pin))
#define NVMCTRL_INTENCLR R8(0x4100400C)
#define EVSYS_CTRL R8(0x42000400)
#define NVIC_IPR(word) R32(0xE000E400 + 4 * (word))
#define NVIC_ISER R32(0xE000E100)
#define SERCOM2 0x42001000
#define SERCOM3 0x42001400
#define SERCOM_CTRLA(base) R32((base) + 0x00)
#define SERCOM_CTRLB(base) R32((base) + 0x04)
#define SERCOM_BAUD32(base) R32((base) + 0x0C)
#define SERCOM_BAUD16(base) R16((base) + 0x0C)
#define SERCOM_INTENSET(base) R8((base) + 0x16)
#define SERCOM_INTFLAG(base) R8((base) + 0x18)
#define SERCOM_STATUS(base) R16((base) + 0x1A)
#define SERCOM_SYNCBUSY(base) R32((base) + 0x1C)
#define SERCOM_ADDR(base) R32((base) + 0x24)
#define SERCOM_DATA8(base) R8((base) + 0x28)
#define SERCOM_DATA16(base) R16((base) + 0x28)

/* Clocks, pins, wait states, events and interrupt priorities as the vendor's examples for the board set them, in their order. */
static void start_board(void)
{
    NVMCTRL_CTRLB = 3 << 1 | 1 << 7;
    PORT_DIRSET = 1u << 2;
    PORT_PINCFG(8) = 1;
    PORT_PINCFG(9) = 1;
    PORT_PMUX(4) = 0x33;
    PORT_PINCFG(22) = 1;
    PORT_PINCFG(23) = 1;
    PORT_PMUX(11) = 0x22;
    SYSCTRL_OSC32K = 0;
    SYSCTRL_DFLLCTRL = 0;
    while (!(SYSCTRL_PCLKSR & 1 << 4)) {
    }
    uint32_t coarse = R32(0x806024) >> 26;
    if (coarse == 0x3F) {
        coarse = 0x1F;
    }
    SYSCTRL_DFLLVAL = coarse << 10 | (R32(0x806028) & 0x3FF);
    SYSCTRL_DFLLCTRL = 2;
    while (!(SYSCTRL_PCLKSR & 1 << 4)) {
    }
    GCLK_GENCTRL = 1u << 16 | 7 << 8;
    while (GCLK_STATUS & 0x80) {
    }
    GCLK_CLKCTRL = 1 << 14 | 22;
    GCLK_CLKCTRL = 1 << 14 | 23;
    PM_APBCMASK = 0x10032;
    EVSYS_CTRL = 1;
    NVMCTRL_INTENCLR = 3;
    NVIC_IPR(2) = 0xC0u << 24;
    NVIC_IPR(1) = 0xC0u << 8;
    SYSCTRL_OSC8M = 0;
}

static void start_console(void)
{
    SERCOM_CTRLA(SERCOM3) = 1 << 2 | 1 << 20 | 1 << 30;
    SERCOM_BAUD16(SERCOM3) = 63019; /* 115200 of 48 MHz */
    SERCOM_CTRLB(SERCOM3) = 1 << 16 | 1 << 17;
    while (SERCOM_SYNCBUSY(SERCOM3)) {
    }
    SERCOM_CTRLA(SERCOM3) |= 2;
    while (SERCOM_SYNCBUSY(SERCOM3)) {
    }
}

static void print(const char *text)
{
    while (*text) {
        while (!(SERCOM_INTFLAG(SERCOM3) & 1)) {
        }
        SERCOM_DATA16(SERCOM3) = (uint8_t)*text++;
    }
}

static void print_hex(unsigned value)
{
    const char *digits = "0123456789ABCDEF";
    char text[3] = { digits[value >> 4 & 15], digits[value & 15], 0 };
    print(text);
}

/* Three cycles for each pass: counted, as there is no timer. */
__attribute__((noinline, aligned(4))) static void wait_cycles(uint32_t cycles)
{
    uint32_t passes = cycles / 3;
    __asm volatile(".balign 4\n1: sub %0, %0, #1\n bne 1b\n" : "+l"(passes) : : "cc");
}

#endif
