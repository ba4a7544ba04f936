#include "core/remote/sendgrid/local_notes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace latchkey {

namespace {

constexpr int NotesVersion = 1;
constexpr qint64 MostBytes = 16 << 20;

QJsonObject toJson(const LocalNote &n) {
    QJsonObject o;
    const auto put = [&o](const char *name, const QString &value) {
        if (!value.isEmpty())
            o.insert(QLatin1StringView(name), value);
    };
    put("firstSeen", n.firstSeen ? n.firstSeen->toIso() : QString());
    put("environment", n.environment ? toWord(*n.environment) : QString());
    put("owner", n.owner);
    put("note", n.note);
    put("storedIn", n.storedIn);
    if (!n.tags.isEmpty())
        o.insert(QStringLiteral("tags"), QJsonArray::fromStringList(n.tags));
    return o;
}

LocalNote noteFrom(const QJsonObject &o) {
    const auto text = [&o](const char *name) { return o.value(QLatin1StringView(name)).toString(); };
    LocalNote n;
    if (const QDateTime t = QDateTime::fromString(text("firstSeen"), Qt::ISODateWithMs); t.isValid())
        n.firstSeen = Instant::fromDateTime(t);
    n.environment = environmentFromWord(text("environment"));
    n.owner = text("owner");
    n.note = text("note");
    n.storedIn = text("storedIn");
    for (const QJsonArray tags = o.value(QStringLiteral("tags")).toArray(); const auto &t : tags)
        n.tags.append(t.toString());
    return n;
}

} // namespace

LocalNotes::LocalNotes(QString file)
    : m_file(std::move(file)) {
    if (!m_file.isEmpty())
        load();
}

void LocalNotes::load() {
    QFile file(m_file);
    if (!file.exists() || !file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject all = QJsonDocument::fromJson(file.read(MostBytes)).object();
    file.close();
    if (all.value(QStringLiteral("v")).toInt() != NotesVersion) {
        QFile::remove(m_file + QStringLiteral(".damaged"));
        QFile::rename(m_file, m_file + QStringLiteral(".damaged"));
        return;
    }
    const QJsonObject keys = all.value(QStringLiteral("keys")).toObject();
    for (auto it = keys.begin(); it != keys.end(); ++it)
        m_notes.insert(it.key(), noteFrom(it.value().toObject()));
}

bool LocalNotes::store(const QHash<QString, LocalNote> &notes) {
    if (m_file.isEmpty())
        return true;
    QJsonObject keys;
    for (auto it = notes.begin(); it != notes.end(); ++it)
        keys.insert(it.key(), toJson(*it));
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return false;
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("v"), NotesVersion}, {QStringLiteral("keys"), keys}})
                   .toJson(QJsonDocument::Compact));
    return file.commit();
}

bool LocalNotes::put(const QString &serviceId, const LocalNote &note) {
    if (m_notes.value(serviceId) == note)
        return true;
    QHash<QString, LocalNote> notes = m_notes;
    notes.insert(serviceId, note);
    if (!store(notes))
        return false;
    m_notes = std::move(notes);
    return true;
}

void LocalNotes::seen(const QStringList &serviceIds, Instant now) {
    bool fresh = false;
    for (const QString &id : serviceIds) {
        LocalNote &n = m_notes[id];
        fresh = fresh || !n.firstSeen;
        n.firstSeen = n.firstSeen.value_or(now);
    }
    if (fresh)
        store(m_notes);
}

void LocalNotes::remove(const QString &serviceId) {
    if (m_notes.remove(serviceId) > 0)
        store(m_notes);
}

} // namespace latchkey
