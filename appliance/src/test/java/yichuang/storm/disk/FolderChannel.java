package yichuang.storm.disk;

import java.io.IOException;

/** The folder, opened to be synced. */
final class FolderChannel extends ChannelBase {
    private final Disk disk;

    FolderChannel(Disk disk) {
        this.disk = disk;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        disk.syncNames();
    }

    @Override
    protected void implCloseChannel() {}
}
