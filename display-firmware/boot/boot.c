#include "boot.h"

#include "image.h"
#include "settings.h"

static bool try_new_one(uint8_t trial)
{
    return trial != BANK_NONE && settings_trial_starts() < TRIAL_STARTS && image_starts(trial) && settings_mark_start();
}

static void end_trial(void)
{
    struct settings changed = *settings();

    changed.trial = BANK_NONE;
    (void)settings_save(&changed); /* if the flash does not take it, the next start ends it again */
}

struct boot_choice boot_choose(void)
{
    uint8_t trial = settings()->trial;
    uint8_t bank = settings()->bank;

    if (try_new_one(trial)) {
        return (struct boot_choice){trial, false};
    }
    if (trial != BANK_NONE) {
        end_trial();
    }
    if (image_starts(bank)) {
        return (struct boot_choice){bank, trial != BANK_NONE};
    }
    bank ^= 1;
    return (struct boot_choice){image_starts(bank) ? bank : BANK_NONE, true};
}
