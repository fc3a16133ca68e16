package yichuang;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Contact;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.Outcome;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;

/**
 * What a command says, as a person would name it: tickets by their numbers, everything else as it
 * is written. Phone numbers are left out, and what only the program needs.
 */
record Facts(Hall hall) {

    /** {@return the number of the ticket that came about or changed} */
    Optional<String> number(List<Event> events) {
        for (Event event : events) {
            for (RecordComponent component : event.getClass().getRecordComponents()) {
                if (value(component, event) instanceof Ticket ticket) {
                    return Optional.of(ticket.number());
                }
            }
        }
        return Optional.empty();
    }

    /** {@return a record's components, those that are left out not} */
    JsonObject of(Record said) {
        JsonObject json = new JsonObject();
        for (RecordComponent component : said.getClass().getRecordComponents()) {
            json.put(component.getName(), plain(value(component, said)));
        }
        json.getMap().values().removeIf(value -> value == null);
        return json;
    }

    /** Null where nothing is to be said, as JSON has it. */
    private Object plain(Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number;
            case Boolean is -> is;
            case Enum<?> one -> one.name();
            case Optional<?> perhaps -> perhaps.map(this::plain).orElse(null);
            case List<?> list -> {
                JsonArray all = new JsonArray();
                list.stream().map(this::plain).filter(one -> one != null).forEach(all::add);
                yield all.isEmpty() ? null : all;
            }
            case TicketId ticket ->
                    hall.findTicket(ticket).map(Ticket::number).orElse(ticket.value());
            case Contact hidden -> null;
            case Outcome outcome ->
                    of((Record) outcome).put("is", outcome.getClass().getSimpleName());
            case Record id when id.getClass().getRecordComponents().length == 1 ->
                    plain(value(id.getClass().getRecordComponents()[0], id));
            case Record other -> null;
            default -> value.toString();
        };
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
