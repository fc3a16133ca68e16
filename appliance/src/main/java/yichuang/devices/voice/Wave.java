package yichuang.devices.voice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Sound: one channel of 16-bit samples, as espeak-ng makes it, in a RIFF/WAVE file. */
final class Wave {
    private static final int HEADER_BYTES = 44;
    private static final int FORMAT_BYTES = 16;
    private static final int PCM = 1;

    private final int rate;
    private final short[] samples;

    private Wave(int rate, short[] samples) {
        this.rate = rate;
        this.samples = samples;
    }

    /** {@return the sound of a file's bytes} */
    static Wave of(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER_BYTES || !word(bytes, 0, "RIFF") || !word(bytes, 8, "WAVE")) {
            throw new IOException("no sound came, but " + file.length + " other bytes");
        }
        int rate = 0;
        int at = 12;
        while (at + 8 <= file.length) {
            int length = Math.clamp(bytes.getInt(at + 4) & 0xFFFF_FFFFL, 0, file.length - at - 8);
            if (word(bytes, at, "fmt ") && length >= FORMAT_BYTES) {
                rate = rate(bytes, at + 8);
            } else if (word(bytes, at, "data") && rate > 0) {
                short[] samples = new short[length / 2];
                bytes.position(at + 8);
                bytes.asShortBuffer().get(samples);
                return new Wave(rate, samples);
            }
            at += 8 + length + (length & 1);
        }
        throw new IOException("a wave file without sound");
    }

    private static int rate(ByteBuffer bytes, int format) throws IOException {
        if (bytes.getShort(format) != PCM
                || bytes.getShort(format + 2) != 1
                || bytes.getShort(format + 14) != Short.SIZE) {
            throw new IOException("another kind of sound than one channel of 16 bit");
        }
        return bytes.getInt(format + 4);
    }

    private static boolean word(ByteBuffer bytes, int at, String word) {
        byte[] four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.US_ASCII).equals(word);
    }

    /** {@return one after the other, with silence between; all have the first one's rate} */
    static Wave joined(List<Wave> waves, Duration pause) throws IOException {
        int rate = waves.getFirst().rate;
        if (waves.stream().anyMatch(wave -> wave.rate != rate)) {
            throw new IOException("voices of different sample rates");
        }
        int silence = (int) (pause.toMillis() * rate / 1000);
        int length = waves.stream().mapToInt(wave -> wave.samples.length).sum();
        short[] all = new short[length + silence * (waves.size() - 1)];
        int at = 0;
        for (Wave wave : waves) {
            System.arraycopy(wave.samples, 0, all, at, wave.samples.length);
            at += wave.samples.length + silence;
        }
        return new Wave(rate, all);
    }

    static Wave silence(int rate, Duration length) {
        return new Wave(rate, new short[(int) (length.toMillis() * rate / 1000)]);
    }

    /** {@return the same, so loud} */
    Wave at(int percent) {
        short[] scaled = Arrays.copyOf(samples, samples.length);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (short) (scaled[i] * percent / 100);
        }
        return new Wave(rate, scaled);
    }

    Duration length() {
        return Duration.ofMillis(samples.length * 1000L / rate);
    }

    /** {@return a copy} */
    short[] samples() {
        return samples.clone();
    }

    byte[] file() {
        int data = samples.length * 2;
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + data).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER_BYTES - 8 + data);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(FORMAT_BYTES);
        bytes.putShort((short) PCM).putShort((short) 1).putInt(rate).putInt(rate * 2);
        bytes.putShort((short) 2).putShort((short) Short.SIZE);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }
}
