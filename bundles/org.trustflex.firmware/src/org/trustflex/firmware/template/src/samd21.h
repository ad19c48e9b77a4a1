/*
 * The registers of the SAMD21E18A that this program uses, named as in the data sheet (DS40001882).
 */
#ifndef SAMD21_H
#define SAMD21_H

#include <stdint.h>

#define REG8(address) (*(volatile uint8_t *)(address))
#define REG16(address) (*(volatile uint16_t *)(address))
#define REG32(address) (*(volatile uint32_t *)(address))
#define BIT(n) (1u << (n))

/* Cortex-M0+: system timer */
#define SYST_CSR REG32(0xE000E010u) /* control */
#define SYST_RVR REG32(0xE000E014u) /* reload value */
#define SYST_CVR REG32(0xE000E018u) /* current value */
#define SYST_CSR_RUN (BIT(0) | BIT(1) | BIT(2)) /* enabled, with interrupt, from the processor clock */

/* Power manager, section 16 */
#define PM_APBCMASK REG32(0x40000420u)
#define PM_APBCMASK_SERCOM2 BIT(4)
#define PM_APBCMASK_SERCOM3 BIT(5)

/* Oscillators, section 17 */
#define SYSCTRL_PCLKSR REG32(0x4000080Cu)
#define SYSCTRL_PCLKSR_DFLLRDY BIT(4)
#define SYSCTRL_DFLLCTRL REG16(0x40000824u)
#define SYSCTRL_DFLLCTRL_ENABLE BIT(1)
#define SYSCTRL_DFLLVAL REG32(0x40000828u)

/* Generic clocks, section 15 */
#define GCLK_STATUS REG8(0x40000C01u)
#define GCLK_STATUS_SYNCBUSY BIT(7)
#define GCLK_CLKCTRL REG16(0x40000C02u)
#define GCLK_CLKCTRL_CLKEN BIT(14) /* from generator 0 */
#define GCLK_CLKCTRL_SERCOM2 22u
#define GCLK_CLKCTRL_SERCOM3 23u
#define GCLK_GENCTRL REG32(0x40000C04u)
#define GCLK_GENCTRL_SRC_DFLL48M (7u << 8)
#define GCLK_GENCTRL_GENEN BIT(16)
#define GCLK_GENCTRL_IDC BIT(17)

/* Flash controller, section 22, and the factory's calibration words, section 10.3.2 */
#define NVMCTRL_CTRLB REG32(0x41004004u)
#define NVMCTRL_CTRLB_RWS(states) ((uint32_t)(states) << 1)
#define NVMCTRL_CTRLB_MANW BIT(7)
#define CALIBRATION_COARSE (REG32(0x00806024u) >> 26)
#define CALIBRATION_FINE (REG32(0x00806028u) & 0x3FFu)

/* Pins, section 23 */
#define PORT_DIRCLR REG32(0x41004404u)
#define PORT_DIRSET REG32(0x41004408u)
#define PORT_OUTCLR REG32(0x41004414u)
#define PORT_OUTTGL REG32(0x4100441Cu)
#define PORT_IN REG32(0x41004420u)
#define PORT_PMUX(pin) REG8(0x41004430u + (pin) / 2u)
#define PORT_PINCFG(pin) REG8(0x41004440u + (pin))
#define PORT_PINCFG_PMUXEN BIT(0)
#define PORT_PINCFG_INEN BIT(1)
#define PORT_PMUX_C 2u
#define PORT_PMUX_D 3u

/* Serial interfaces, sections 25 to 28: SERCOM2 is the I2C bus, SERCOM3 the console */
#define SERCOM2 0x42001000u
#define SERCOM3 0x42001400u
#define SERCOM_CTRLA(base) REG32((base) + 0x00u)
#define SERCOM_CTRLA_ENABLE BIT(1)
#define SERCOM_CTRLA_MODE_USART (1u << 2)
#define SERCOM_CTRLA_MODE_I2C_MASTER (5u << 2)
#define SERCOM_CTRLA_USART_RXPO_1 (1u << 20)
#define SERCOM_CTRLA_USART_LSB_FIRST BIT(30)
#define SERCOM_CTRLA_I2C_SDAHOLD_450_NS (2u << 20)
#define SERCOM_CTRLB(base) REG32((base) + 0x04u)
#define SERCOM_CTRLB_USART_TXEN BIT(16)
#define SERCOM_CTRLB_I2C_READ_NEXT (2u << 16)
#define SERCOM_CTRLB_I2C_STOP (3u << 16)
#define SERCOM_CTRLB_I2C_NACK BIT(18)
#define SERCOM_USART_BAUD(base) REG16((base) + 0x0Cu)
#define SERCOM_I2C_BAUD(base) REG32((base) + 0x0Cu)
#define SERCOM_INTFLAG(base) REG8((base) + 0x18u)
#define SERCOM_INTFLAG_USART_DRE BIT(0)
#define SERCOM_INTFLAG_USART_TXC BIT(1)
#define SERCOM_INTFLAG_I2C_MB BIT(0) /* the master is on the bus: sent, or refused */
#define SERCOM_INTFLAG_I2C_SB BIT(1) /* a byte came from the slave */
#define SERCOM_STATUS(base) REG16((base) + 0x1Au)
#define SERCOM_STATUS_I2C_FAULT (BIT(0) | BIT(1)) /* bus error, arbitration lost */
#define SERCOM_STATUS_I2C_RXNACK BIT(2)
#define SERCOM_STATUS_I2C_BUSSTATE (3u << 4)
#define SERCOM_STATUS_I2C_IDLE (1u << 4)
#define SERCOM_SYNCBUSY(base) REG32((base) + 0x1Cu)
#define SERCOM_I2C_ADDR(base) REG32((base) + 0x24u)
#define SERCOM_DATA(base) REG16((base) + 0x28u)
#define SERCOM_I2C_DATA(base) REG8((base) + 0x28u)

#endif
