package yichuang.devices.onbon;

import java.util.Arrays;
import java.util.List;

/** The controllers with one or two colours. The type stands in each packet's header. */
enum Model {
    BX_5E1("5E1", 0x0154, Generation.FIFTH),
    BX_5E2("5E2", 0x0254, Generation.FIFTH),
    BX_5E3("5E3", 0x0354, Generation.FIFTH),
    BX_6E1("6E1", 0x0174, Generation.SIXTH),
    BX_6E2("6E2", 0x0274, Generation.SIXTH),
    BX_6E3("6E3", 0x0374, Generation.SIXTH),
    BX_6E1X("6E1X", 0x0474, Generation.SIXTH),
    BX_6E2X("6E2X", 0x0574, Generation.SIXTH);

    private final String code;
    private final int type;
    private final Generation generation;

    /** They differ in the form of the area command, and in how dots are written. */
    enum Generation {
        FIFTH(8),
        SIXTH(32);

        private final int step;

        Generation(int step) {
            this.step = step;
        }

        /** {@return where an area may begin: at a multiple of so many dots} */
        int step() {
            return step;
        }
    }

    Model(String code, int type, Generation generation) {
        this.code = code;
        this.type = type;
        this.generation = generation;
    }

    static Model of(String code) {
        return Arrays.stream(values())
                .filter(model -> model.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(model -> model.code).toList();
    }

    int type() {
        return type;
    }

    Generation generation() {
        return generation;
    }
}
