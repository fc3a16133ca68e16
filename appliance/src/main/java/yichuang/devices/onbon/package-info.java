/**
 * LED controllers of the makes BX-5 and BX-6 that many halls own already 仰邦控制卡, by TCP or RS-485.
 * From the maker's manuals for dynamic areas, 5th and 6th generation (github.com/onbonlab/BX-V-VI,
 * {@code bx.dual.Aux.Data}); nothing of the maker's code is used.
 *
 * <p>A {@link yichuang.devices.onbon.Packet} carries a command, the controller answers each. A face
 * is drawn here and sent as pictures of one dynamic area, which the controller forgets when its
 * power goes. So the area is sent again every {@value
 * yichuang.devices.onbon.OnbonDisplay#REFRESH_SECONDS} s; and it is told to go dark when it hears
 * nothing for {@value yichuang.devices.onbon.AreaUpdate#DARK_AFTER_SECONDS} s, so that no old
 * number stays.
 */
package yichuang.devices.onbon;
