#include "console.h"

#include "samd21.h"

#define TX_PIN 22u
#define RX_PIN 23u
/* 65536 * (1 - 16 * 115200 / 48000000), section 26.6.2.3 */
#define BAUD_115200 63019u
#define PER_LINE 16u

static void wait_for_synchronization(void)
{
    while (SERCOM_SYNCBUSY(SERCOM3)) {
    }
}

void console_start(void)
{
    PM_APBCMASK |= PM_APBCMASK_SERCOM3;
    GCLK_CLKCTRL = GCLK_CLKCTRL_CLKEN | GCLK_CLKCTRL_SERCOM3;
    PORT_PMUX(TX_PIN) = PORT_PMUX_C | PORT_PMUX_C << 4;
    PORT_PINCFG(TX_PIN) = PORT_PINCFG_PMUXEN;
    PORT_PINCFG(RX_PIN) = PORT_PINCFG_PMUXEN;
    SERCOM_CTRLA(SERCOM3) = SERCOM_CTRLA_MODE_USART | SERCOM_CTRLA_USART_LSB_FIRST | SERCOM_CTRLA_USART_RXPO_1;
    SERCOM_CTRLB(SERCOM3) = SERCOM_CTRLB_USART_TXEN;
    wait_for_synchronization();
    SERCOM_USART_BAUD(SERCOM3) = BAUD_115200;
    SERCOM_CTRLA(SERCOM3) |= SERCOM_CTRLA_ENABLE;
    wait_for_synchronization();
}

static void put(char character)
{
    while (!(SERCOM_INTFLAG(SERCOM3) & SERCOM_INTFLAG_USART_DRE)) {
    }
    SERCOM_DATA(SERCOM3) = (uint8_t)character;
}

void console_print(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\n') {
            put('\r');
        }
        put(*text);
    }
}

void console_print_byte(uint8_t value)
{
    static const char digits[] = "0123456789ABCDEF";
    put(digits[value >> 4]);
    put(digits[value & 15u]);
}

void console_print_bytes(const uint8_t *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        console_print_byte(bytes[i]);
        console_print(i % PER_LINE == PER_LINE - 1 || i == length - 1 ? "\n" : " ");
    }
}

void console_flush(void)
{
    while (!(SERCOM_INTFLAG(SERCOM3) & SERCOM_INTFLAG_USART_TXC)) {
    }
}
