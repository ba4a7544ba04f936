#include "core/storage/storage_opening.h"

#include "core/model/futures.h"

namespace latchkey {

namespace {

/// Owned by the caller's thread only: a task that held it could end a thread from within itself.
struct OpenedThreads {
    StorageBackend::Threads threads;
};

std::unique_ptr<DbThread> threadFor(const char *name, const std::shared_ptr<const VaultPlace> &place) {
    auto thread = std::make_unique<DbThread>(QLatin1StringView(name));
    if (place->canBeLost())
        thread->setRevive([place](QSqlDatabase &db) { return place->revive(db); });
    return thread;
}

} // namespace

QFuture<Result<std::shared_ptr<VaultBackend>>> openStorage(std::shared_ptr<const VaultPlace> place,
                                                           OpenWriter openWriter, MakeRequests makeRequests,
                                                           const Clock &clock, IndexLoad indexLoad) {
    using Answered = Result<std::shared_ptr<VaultBackend>>;
    auto opened = std::make_shared<OpenedThreads>();
    auto identity = std::make_shared<vault_record::Identity>();
    opened->threads.writer = threadFor("vault-writer", place);
    opened->threads.writer->setChanging();
    opened->threads.pages = threadFor("vault-pages", place);
    opened->threads.index = threadFor("vault-index", place);
    auto *receiver =
        new QObject; // continuations run on the caller's thread, whose event loop this object stands for
    const Answer<Answered> answer;
    const auto finish = [answer, receiver](Answered a) {
        answer.give(std::move(a));
        receiver->deleteLater();
    };
    const auto open = [openWriter = std::move(openWriter), identity](const QString &connection) -> Outcome {
        auto found = openWriter(connection);
        if (!found)
            return fail(found.error());
        *identity = std::move(*found);
        return ok();
    };
    const auto openReader = [place](const QString &connection) { return place->openReader(connection); };
    const auto whenReadable = [opened, identity, place, makeRequests = std::move(makeRequests), &clock,
                               indexLoad, finish](const Outcome &pages, const Outcome &index) {
        if (const Outcome both = index ? pages : index; !both)
            return finish(fail(both.error()));
        auto requests = makeRequests(*identity);
        finish(std::shared_ptr<VaultBackend>(std::make_shared<StorageBackend>(
            std::move(opened->threads), place, std::move(*identity), std::move(requests), clock, indexLoad)));
    };
    opened->threads.writer->open(open) |
        then(receiver, [opened, openReader, whenReadable, finish, receiver](const Outcome &writer) {
            if (!writer)
                return finish(fail(writer.error()));
            const auto pages = opened->threads.pages->open(openReader);
            opened->threads.index->open(openReader) | then(receiver, [pages, whenReadable,
                                                                      receiver](const Outcome &index) {
                // Whichever is there first: nobody waits, for this may be the window's thread.
                pages | then(receiver, [index, whenReadable](const Outcome &p) { whenReadable(p, index); });
            });
        });
    return answer.future();
}

} // namespace latchkey
