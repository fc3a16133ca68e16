package yichuang;

import java.util.List;
import yichuang.config.Config;
import yichuang.config.DeviceSetup;
import yichuang.devices.DeviceKind;
import yichuang.devices.DevicePlan;
import yichuang.hall.NodeId;
import yichuang.hall.ZoneCode;

/** The devices of the configuration, as the devices' room wants them. */
final class DevicePlans {
    private DevicePlans() {}

    static DevicePlan of(Config config) {
        return new DevicePlan(
                config.devices().stream().map(device -> spot(device, config)).toList());
    }

    private static DevicePlan.Spot spot(DeviceSetup device, Config config) {
        DeviceKind kind =
                switch (device.kind()) {
                    case DISPLAY -> DeviceKind.DISPLAY;
                    case KEYPAD -> DeviceKind.KEYPAD;
                    case PRINTER -> DeviceKind.PRINTER;
                    case SPEAKER -> DeviceKind.SPEAKER;
                    case CALLER -> DeviceKind.CALLER;
                    case PANIC -> DeviceKind.PANIC;
                };
        List<ZoneCode> zones =
                config.boards().stream()
                        .filter(board -> board.id().equals(device.place()))
                        .findFirst()
                        .map(Config.Board::zones)
                        .orElse(List.of());
        return new DevicePlan.Spot(
                device.id(),
                kind,
                device.place(),
                device.window(),
                zones,
                device.node().map(NodeId::value));
    }
}
