#pragma once

#include "core/model/api_key.h"

#include <QHash>
#include <QSet>

namespace latchkey {

/// What this computer knows about another service's keys and the service has no place for.
struct LocalNote {
    std::optional<Instant> firstSeen;
    std::optional<Environment> environment;
    QString owner, note, storedIn;
    QStringList tags;
    bool operator==(const LocalNote &) const = default;
};

/// These notes, by the service's id, in one JSON file (0600) of this computer. No secret is in it. Written
/// with each change; what cannot be read is put aside as `….damaged`. One thread.
class LocalNotes {
public:
    /// An empty path: for as long as the program runs.
    explicit LocalNotes(QString file);
    [[nodiscard]] LocalNote of(const QString &serviceId) const { return m_notes.value(serviceId); }
    /// False where the file can't be written: then nothing is changed.
    bool put(const QString &serviceId, const LocalNote &note);
    /// Those not known yet were seen now.
    void seen(const QStringList &serviceIds, Instant now);
    void remove(const QString &serviceId);

private:
    void load();
    bool store(const QHash<QString, LocalNote> &notes);
    QString m_file;
    QHash<QString, LocalNote> m_notes;
};

} // namespace latchkey
