package yichuang.dispatch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/**
 * Legs by arrival, in blocks: adding, removing and ranking cost a search and a shift within one
 * block, and one addition per block, 40 for 20,000 legs. A balanced tree was not shorter and
 * touches more memory.
 */
final class Row implements Iterable<InLine> {
    private static final int BLOCK_MAX = 512;

    private final List<List<InLine>> blocks = new ArrayList<>();
    private int size;
    private long minutes;

    int size() {
        return size;
    }

    /** {@return expected minutes at a window of all that stand here} */
    long minutes() {
        return minutes;
    }

    void add(InLine leg) {
        size++;
        minutes += leg.minutes();
        if (blocks.isEmpty()) {
            blocks.add(new ArrayList<>(List.of(leg)));
            return;
        }
        int at = Math.max(0, blocksBefore(other -> isBefore(other, leg)) - 1);
        List<InLine> block = blocks.get(at);
        block.add(prefix(block, other -> isBefore(other, leg)), leg);
        if (block.size() > BLOCK_MAX) {
            List<InLine> half = block.subList(BLOCK_MAX / 2, block.size());
            blocks.add(at + 1, new ArrayList<>(half));
            half.clear();
        }
    }

    void remove(InLine leg) {
        int at = Math.max(0, blocksBefore(other -> !isBefore(leg, other)) - 1);
        List<InLine> block = blocks.get(at);
        int index = prefix(block, other -> isBefore(other, leg));
        if (index == block.size() || !block.get(index).arrival().equals(leg.arrival())) {
            throw new IllegalStateException("not in this line: " + leg.arrival());
        }
        block.remove(index);
        if (block.isEmpty()) {
            blocks.remove(at);
        }
        size--;
        minutes -= leg.minutes();
    }

    /**
     * {@return how many stand here for whom the question holds; it must hold for everybody before
     * whom it holds}
     */
    int count(Predicate<InLine> holds) {
        int full = blocksBefore(holds) - 1;
        if (full < 0) {
            return 0;
        }
        int count = 0;
        for (int i = 0; i < full; i++) {
            count += blocks.get(i).size();
        }
        return count + prefix(blocks.get(full), holds);
    }

    @Override
    public Iterator<InLine> iterator() {
        return new Iterator<>() {
            private int block;
            private int index;

            @Override
            public boolean hasNext() {
                return block < blocks.size();
            }

            @Override
            public InLine next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                List<InLine> here = blocks.get(block);
                InLine leg = here.get(index++);
                if (index == here.size()) {
                    block++;
                    index = 0;
                }
                return leg;
            }
        };
    }

    private static boolean isBefore(InLine one, InLine other) {
        return one.arrival().compareTo(other.arrival()) < 0;
    }

    /** {@return how many blocks begin with a leg for which the question holds} */
    private int blocksBefore(Predicate<InLine> holds) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(blocks.get(middle).getFirst())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int prefix(List<InLine> block, Predicate<InLine> holds) {
        int low = 0;
        int high = block.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(block.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
