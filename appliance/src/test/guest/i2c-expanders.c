// SPDX-License-Identifier: GPL-2.0
/*
 * A simulated I2C bus with up to eight MCP23017 expanders at 0x20 to 0x27 (data sheet DS20001952).
 *
 * The far side is in /sys/module/i2c_expanders/parameters:
 *   present   which chips have power, bit 0 the one at 0x20; a chip that gets power is as after
 *             power-on: every line an input, no pull-up
 *   grounded  per chip, the lines that a key ties to ground
 *   driven    per chip, the lines that it drives high; read only
 *
 * Stricter than the chip where a driver could be wrong and not see it: an input without pull-up
 * and without key reads low, and register banks are refused.
 */
#include <linux/i2c.h>
#include <linux/module.h>
#include <linux/mutex.h>

#define CHIPS 8
#define FIRST_ADDRESS 0x20
#define REGISTERS 0x16

/* Registers of port A; port B follows each. */
enum {
	IODIR = 0x00,
	IPOL = 0x02,
	IOCON = 0x0a,
	GPPU = 0x0c,
	INTF = 0x0e,
	INTCAP = 0x10,
	GPIO = 0x12,
	OLAT = 0x14,
};

#define IOCON_REFUSED 0xa0 /* BANK and SEQOP */

struct chip {
	u8 reg[REGISTERS];
	u8 pointer;
};

static struct chip chips[CHIPS];
static uint present = 0x01;
static uint grounded[CHIPS];
static uint driven[CHIPS];
static DEFINE_MUTEX(chips_lock);

static void power_on(int number)
{
	memset(&chips[number], 0, sizeof(chips[number]));
	chips[number].reg[IODIR] = 0xff;
	chips[number].reg[IODIR + 1] = 0xff;
	driven[number] = 0;
}

static u8 levels(int number, int port)
{
	const struct chip *chip = &chips[number];
	u8 inputs = chip->reg[IODIR + port];
	u8 high = chip->reg[GPPU + port] & ~(grounded[number] >> (8 * port));

	return ((high ^ chip->reg[IPOL + port]) & inputs) | (chip->reg[OLAT + port] & ~inputs);
}

static u8 read_register(int number, u8 reg)
{
	return (reg & ~1) == GPIO ? levels(number, reg & 1) : chips[number].reg[reg];
}

static int write_register(int number, u8 reg, u8 value)
{
	struct chip *chip = &chips[number];

	switch (reg & ~1) {
	case IOCON:
		if (value & IOCON_REFUSED)
			return -EIO;
		chip->reg[IOCON] = value;
		chip->reg[IOCON + 1] = value;
		break;
	case INTF:
	case INTCAP:
		break; /* read only */
	case GPIO:
		chip->reg[OLAT + (reg & 1)] = value;
		break;
	default:
		chip->reg[reg] = value;
	}
	driven[number] = (chip->reg[OLAT] & ~chip->reg[IODIR] & 0xff) |
			 (chip->reg[OLAT + 1] & ~chip->reg[IODIR + 1] & 0xff) << 8;
	return 0;
}

static int transfer_one(struct i2c_msg *msg)
{
	int number = msg->addr - FIRST_ADDRESS;
	struct chip *chip;
	int i, err;

	if (number < 0 || number >= CHIPS || !(present & BIT(number)))
		return -ENXIO;
	chip = &chips[number];
	for (i = 0; i < msg->len; i++) {
		if (msg->flags & I2C_M_RD) {
			msg->buf[i] = read_register(number, chip->pointer);
		} else if (i == 0) {
			if (msg->buf[0] >= REGISTERS)
				return -EIO;
			chip->pointer = msg->buf[0];
			continue;
		} else {
			err = write_register(number, chip->pointer, msg->buf[i]);
			if (err)
				return err;
		}
		chip->pointer = (chip->pointer + 1) % REGISTERS;
	}
	return 0;
}

static int transfer(struct i2c_adapter *adapter, struct i2c_msg *msgs, int count)
{
	int i, err = 0;

	mutex_lock(&chips_lock);
	for (i = 0; i < count && !err; i++)
		err = transfer_one(&msgs[i]);
	mutex_unlock(&chips_lock);
	return err ? err : count;
}

static u32 functionality(struct i2c_adapter *adapter)
{
	return I2C_FUNC_I2C;
}

static const struct i2c_algorithm algorithm = {
	.master_xfer = transfer,
	.functionality = functionality,
};

static struct i2c_adapter adapter = {
	.owner = THIS_MODULE,
	.name = "simulated expanders",
	.algo = &algorithm,
	.nr = 1,
};

static int set_present(const char *text, const struct kernel_param *param)
{
	uint now;
	int i, err = kstrtouint(text, 0, &now);

	if (err)
		return err;
	mutex_lock(&chips_lock);
	for (i = 0; i < CHIPS; i++)
		if (now & ~present & BIT(i))
			power_on(i);
		else if (!(now & BIT(i)))
			driven[i] = 0;
	present = now;
	mutex_unlock(&chips_lock);
	return 0;
}

static const struct kernel_param_ops present_ops = {
	.set = set_present,
	.get = param_get_uint,
};

module_param_cb(present, &present_ops, &present, 0644);
module_param_array(grounded, uint, NULL, 0644);
module_param_array(driven, uint, NULL, 0444);

static int __init expanders_init(void)
{
	int i;

	for (i = 0; i < CHIPS; i++)
		power_on(i);
	return i2c_add_numbered_adapter(&adapter);
}

static void __exit expanders_exit(void)
{
	i2c_del_adapter(&adapter);
}

module_init(expanders_init);
module_exit(expanders_exit);
MODULE_DESCRIPTION("Simulated MCP23017 expanders");
MODULE_LICENSE("GPL");
