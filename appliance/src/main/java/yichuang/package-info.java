/** The hall controller. {@code Appliance} wires the rooms; each package below is one of them. */
package yichuang;
