/* The registers that this board uses, by the names of ST's reference manual RM0041 (STM32F100) and of ARM's for the Cortex-M3. */
#ifndef YICHUANG_REGISTERS_H
#define YICHUANG_REGISTERS_H

#include <stdint.h>

#define REGISTER(address) (*(volatile uint32_t *)(address))

/* Clocks */
#define RCC_CR REGISTER(0x40021000u)
#define RCC_CFGR REGISTER(0x40021004u)
#define RCC_APB2ENR REGISTER(0x40021018u)
#define RCC_APB1ENR REGISTER(0x4002101Cu)
#define RCC_CSR REGISTER(0x40021024u)
#define RCC_CFGR2 REGISTER(0x4002102Cu)

enum {
    RCC_CR_HSEON = 1 << 16,
    RCC_CR_HSERDY = 1 << 17,
    RCC_CR_PLLON = 1 << 24,
    RCC_CFGR_SW_PLL = 2,
    RCC_CFGR_PLLSRC_HSE = 1 << 16,
    RCC_CFGR_PLLMUL_3 = 1 << 18,
    RCC_CFGR_PLLMUL_6 = 4 << 18,
    RCC_APB2ENR_AFIOEN = 1 << 0,
    RCC_APB2ENR_IOPAEN = 1 << 2,
    RCC_APB2ENR_IOPBEN = 1 << 3,
    RCC_APB2ENR_USART1EN = 1 << 14,
    RCC_APB1ENR_TIM3EN = 1 << 1,
    RCC_CSR_RMVF = 1 << 24,
    RCC_CSR_IWDGRSTF = 1 << 29,
};

/* Pins */
#define GPIOA_CRL REGISTER(0x40010800u)
#define GPIOA_CRH REGISTER(0x40010804u)
#define GPIOA_IDR REGISTER(0x40010808u)
#define GPIOA_BSRR REGISTER(0x40010810u)
#define GPIOB_CRL REGISTER(0x40010C00u)
#define GPIOB_CRH REGISTER(0x40010C04u)
#define GPIOB_BSRR REGISTER(0x40010C10u)

/* Four bits a pin: mode and speed, then its function. */
enum {
    PIN_OUTPUT = 0x1,      /* push-pull, 10 MHz */
    PIN_OUTPUT_FAST = 0x3, /* push-pull, 50 MHz */
    PIN_INPUT = 0x4,
    PIN_INPUT_PULLED = 0x8, /* down, unless its output bit is set */
    PIN_FUNCTION = 0x9,     /* a peripheral's output, push-pull */
};

/* The bus */
#define USART1_SR REGISTER(0x40013800u)
#define USART1_DR REGISTER(0x40013804u)
#define USART1_BRR REGISTER(0x40013808u)
#define USART1_CR1 REGISTER(0x4001380Cu)

enum {
    USART_SR_ORE = 1 << 3,
    USART_SR_RXNE = 1 << 5,
    USART_SR_TC = 1 << 6,
    USART_SR_TXE = 1 << 7,
    USART_CR1_RE = 1 << 2,
    USART_CR1_TE = 1 << 3,
    USART_CR1_RXNEIE = 1 << 5,
    USART_CR1_TCIE = 1 << 6,
    USART_CR1_TXEIE = 1 << 7,
    USART_CR1_UE = 1 << 13,
};

/* The scan's timer */
#define TIM3_CR1 REGISTER(0x40000400u)
#define TIM3_DIER REGISTER(0x4000040Cu)
#define TIM3_SR REGISTER(0x40000410u)
#define TIM3_EGR REGISTER(0x40000414u)
#define TIM3_CCMR2 REGISTER(0x4000041Cu)
#define TIM3_CCER REGISTER(0x40000420u)
#define TIM3_PSC REGISTER(0x40000428u)
#define TIM3_ARR REGISTER(0x4000042Cu)
#define TIM3_CCR3 REGISTER(0x4000043Cu)

enum {
    TIM_CR1_CEN = 1 << 0,
    TIM_CR1_ARPE = 1 << 7,
    TIM_DIER_UIE = 1 << 0,
    TIM_SR_UIF = 1 << 0,
    TIM_EGR_UG = 1 << 0,
    TIM_CCMR2_OC3PE = 1 << 3,
    TIM_CCMR2_OC3M_PWM1 = 6 << 4, /* high below CCR3, low from there on */
    TIM_CCER_CC3E = 1 << 8,
};

/* Flash */
#define FLASH_KEYR REGISTER(0x40022004u)
#define FLASH_SR REGISTER(0x4002200Cu)
#define FLASH_CR REGISTER(0x40022010u)
#define FLASH_AR REGISTER(0x40022014u)
#define FLASH_KEY1 0x45670123u
#define FLASH_KEY2 0xCDEF89ABu
#define FLASH_BASE 0x08000000u

enum {
    FLASH_SR_BSY = 1 << 0,
    FLASH_CR_PG = 1 << 0,
    FLASH_CR_PER = 1 << 1,
    FLASH_CR_STRT = 1 << 6,
    FLASH_CR_LOCK = 1 << 7,
};

/* The independent watchdog, on its own oscillator of about 40 kHz */
#define IWDG_KR REGISTER(0x40003000u)
#define IWDG_PR REGISTER(0x40003004u)
#define IWDG_RLR REGISTER(0x40003008u)

enum { IWDG_FEED = 0xAAAA, IWDG_OPEN = 0x5555, IWDG_START = 0xCCCC, IWDG_PR_32 = 3 };

/* The chip's serial number, 96 bits */
#define UNIQUE_ID 0x1FFFF7E8u

/* The core */
#define SYST_CSR REGISTER(0xE000E010u)
#define SYST_RVR REGISTER(0xE000E014u)
#define SYST_CVR REGISTER(0xE000E018u)
#define NVIC_ISER(n) REGISTER(0xE000E100u + 4u * (n))
#define NVIC_ISPR(n) REGISTER(0xE000E200u + 4u * (n))
#define NVIC_IPR_BYTE(irq) (*(volatile uint8_t *)(0xE000E400u + (irq)))
#define SCB_VTOR REGISTER(0xE000ED08u)
#define SCB_AIRCR REGISTER(0xE000ED0Cu)
#define SCB_SHPR3 REGISTER(0xE000ED20u)
#define SCB_AIRCR_SYSRESETREQ 0x05FA0004u

enum {
    SYST_ENABLE_TICK_CORE = 7,
    IRQ_TIM3 = 29,
    IRQ_USART1 = 37,
};

#endif
