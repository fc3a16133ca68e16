package yichuang.config;

/** The unified social credit code 统一社会信用代码 (GB 32100-2015): 17 characters and a check character. */
final class CreditCode {
    static final int LENGTH = 18;
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    private CreditCode() {}

    /**
     * {@return the check character the first 17 characters ask for}
     *
     * @param code at least 17 characters of the code's own alphabet
     */
    static char check(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return CHARACTERS.charAt(Math.floorMod(-sum, CHARACTERS.length()));
    }

    static boolean isRight(String code) {
        return code.charAt(LENGTH - 1) == check(code);
    }
}
