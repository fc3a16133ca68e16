package yichuang.devices.escpos;

import yichuang.devices.Slip;

/** A slip as the printer's commands: the number so large that it is read at arm's length. */
final class Layout {
    private static final int NUMBER_TIMES_MAX = 6;
    private static final int NOTICE_NUMBER_TIMES = 2;
    private static final int LINE_DOTS = 36;

    private Layout() {}

    static byte[] of(Slip slip, Model model) {
        Commands commands = new Commands().initialize().lineSpacing(LINE_DOTS);
        commands.align(Commands.Align.CENTRE);
        heading(commands, slip.hall(), model);
        switch (slip.kind()) {
            case TICKET -> number(commands, slip.headline(), NUMBER_TIMES_MAX, model);
            case NOTICE -> {
                heading(commands, slip.lines().getFirst(), model);
                number(commands, slip.headline(), NOTICE_NUMBER_TIMES, model);
            }
        }
        commands.align(Commands.Align.LEFT);
        slip.lines().stream()
                .skip(slip.kind() == Slip.Kind.NOTICE ? 1 : 0)
                .flatMap(line -> Wrapping.wrap(line, model.paper().columns()).stream())
                .forEach(commands::line);
        slip.link().ifPresent(link -> link(commands, link, model));
        return commands.cut(model.cut()).bytes();
    }

    /** What parts the next slip from one of so many bytes that was torn off. */
    static byte[] afterTorn(int length, Model model) {
        return new Commands().nothing(length).initialize().cut(model.cut()).bytes();
    }

    private static void heading(Commands commands, String text, Model model) {
        commands.bold().size(1, 2);
        Wrapping.wrap(text, model.paper().columns()).forEach(commands::line);
        commands.plain();
    }

    private static void number(Commands commands, String number, int timesMax, Model model) {
        int widest = model.paper().columns() / Math.max(1, Wrapping.width(number));
        int times = Math.clamp(widest, 1, timesMax);
        commands.bold().size(times, times).line(number).plain();
    }

    private static void link(Commands commands, String link, Model model) {
        commands.align(Commands.Align.CENTRE);
        switch (model.qr()) {
            case PRINTER -> commands.qr(link, QrPicture.dotsPerModule(link, model.paper()));
            case PICTURE -> {
                QrPicture picture = QrPicture.of(link, model.paper());
                commands.picture(picture.bytesPerRow(), picture.rows());
            }
        }
        commands.feed(1); // a reader wants white around the code
        Wrapping.wrap(link, model.paper().columns()).forEach(commands::line);
    }
}
