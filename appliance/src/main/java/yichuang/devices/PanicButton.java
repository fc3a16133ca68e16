package yichuang.devices;

/** A hidden button that silently calls security to a window 紧急按钮. */
public interface PanicButton extends Device {
    /** Its one key. */
    String KEY = "help";
}
