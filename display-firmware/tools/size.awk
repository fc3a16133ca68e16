# What size -A of a bank's firmware and of the boot loader comes to, against the chip's flash and RAM.
# 固件与引导程序占多少。
/^\.text|^\.data/ { flash_used[program] += $2 }
/^\.data|^\.bss|^\.stack|^\.kept/ { ram_used[program] += $2; part[program $1] = $2 }
/\.elf/ { program = $1; sub(/.*\//, "", program); programs[++count] = program }
END {
    for (i = 1; i <= count; i++) {
        p = programs[i]
        printf "%-15s flash %6d bytes   RAM %5d of %d bytes (%d of them stack)\n", p, flash_used[p], ram_used[p], ram, part[p ".stack"]
        image = p ~ /^firmware/ ? flash_used[p] + 4 : image
        boot = p ~ /^boot/ ? flash_used[p] : boot
        bad = bad || ram_used[p] > ram
    }
    all = boot + 2 * image
    printf "both banks, boot loader and settings: %d of %d bytes of flash\n", all + 2048, flash
    printf "256x64 in one colour, double-buffered: 2 x 2048 bytes of that RAM\n"
    exit bad || all + 2048 > flash
}
