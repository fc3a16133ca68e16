package yichuang.devices.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import yichuang.devices.DeviceFault;

/** An expander is as it should be whenever it answers, whatever happened to it before. */
class Mcp23017Test {
    private static final int LAMPS = 0x1F00;
    private final ChipModel model = new ChipModel();
    private final Mcp23017 chip = new Mcp23017("i2c-1 0x20", model);

    Mcp23017Test() {
        chip.driveAlso(LAMPS);
    }

    @Test
    void keys_are_read_with_their_pull_ups_and_lamps_are_driven() throws DeviceFault {
        assertEquals(0xE0FF, chip.levels() & ~LAMPS & 0xFFFF);
        model.ground(0x0004);
        assertEquals(0xE0FB, chip.levels() & ~LAMPS & 0xFFFF);
        chip.drive(LAMPS, 0x0500);
        assertEquals(0x0500, model.driven());
    }

    @Test
    void a_lamp_that_stays_as_it_is_costs_nothing_on_the_bus() throws DeviceFault {
        chip.drive(LAMPS, 0x0100);
        int before = model.writes();
        chip.drive(LAMPS, 0x0100);
        assertEquals(before, model.writes());
    }

    @Test
    void away_it_is_a_fault_and_back_it_shows_what_was_wanted_meanwhile() throws DeviceFault {
        chip.drive(LAMPS, 0x0100);
        model.unplug();
        assertThrows(DeviceFault.class, chip::levels);
        assertThrows(DeviceFault.class, () -> chip.drive(LAMPS, 0x0200));
        model.powerOn();
        model.ground(0x0001);
        assertEquals(0, chip.levels() & 1);
        assertEquals(0x0200, model.driven());
    }

    @Test
    void a_dip_of_the_power_between_two_looks_is_found_and_mended() throws DeviceFault {
        chip.drive(LAMPS, 0x0300);
        model.powerOn();
        assertEquals(0, model.driven());
        chip.check();
        assertEquals(0x0300, model.driven());
    }

    @Test
    void registers_that_another_program_left_in_banks_are_brought_back() throws DeviceFault {
        model.leaveInBanks();
        chip.drive(LAMPS, 0x1F00);
        assertEquals(0x1F00, model.driven());
        model.ground(0x0010);
        assertEquals(0xE0EF, chip.levels() & ~LAMPS & 0xFFFF);
    }

    @Test
    void two_keypads_on_one_chip_do_not_touch_each_other() throws DeviceFault {
        chip.drive(LAMPS, 0x1F00);
        chip.driveAlso(0x4000);
        chip.drive(0x4000, 0x4000);
        assertEquals(0x5F00, model.driven());
        chip.release(LAMPS);
        assertEquals(0xBFFF, chip.levels() & 0xBFFF);
        assertEquals(0x4000, model.driven());
    }
}
