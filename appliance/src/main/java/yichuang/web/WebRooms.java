package yichuang.web;

import java.util.Optional;
import java.util.function.Supplier;
import yichuang.access.Badges;
import yichuang.access.Contacts;
import yichuang.access.Links;
import yichuang.access.Openings;
import yichuang.devices.Devices;
import yichuang.evaluation.gateway.Gateway;
import yichuang.evaluation.platform.Platform;
import yichuang.leader.Leader;
import yichuang.metrics.HallMetrics;
import yichuang.records.Records;

/**
 * The rooms that the web shows to the world.
 *
 * @param node this controller's name
 * @param platform the evaluation platform, when the hall has one
 * @param gateway for messages to people, when the hall has one
 * @param signboard what the hall tells people beside its rules
 * @param others the other nodes
 * @param mark of requests that others passed on
 * @param scrape the figures as Prometheus reads them, made anew at each call
 */
public record WebRooms(
        String node,
        Leader leader,
        Badges badges,
        Links links,
        Openings openings,
        Contacts contacts,
        Records records,
        Optional<Platform> platform,
        Optional<Gateway> gateway,
        Devices devices,
        HallMetrics metrics,
        Signboard signboard,
        Supplier<String> scrape,
        WebLimits limits,
        Others others,
        PassMark mark) {}
