package yichuang.devices;

final class VirtualPanicButton extends VirtualDevice<String> implements PanicButton {}
