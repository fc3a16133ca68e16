package yichuang.devices;

/** Shows one {@link Face} until the next 显示屏: the display over a window, or a hall board. */
public interface Display extends Device {
    /** Returns when it stands there. At most {@link DisplayLine#SHOW_SECONDS_MAX} seconds. */
    void show(Face face) throws DeviceFault, InterruptedException;
}
