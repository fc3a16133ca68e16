package yichuang.storm.disk;

import java.io.IOException;

/** The folder, opened to be synced. */
final class FolderChannel extends ChannelBase {
    private final Disk disk;
    private final String name;

    FolderChannel(Disk disk, String name) {
        this.disk = disk;
        this.name = name;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        disk.syncNames(name);
    }

    @Override
    protected void implCloseChannel() {}
}
