#include "ui/settings/settings.h"

#include "core/storage/private_file.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace latchkey::ui {

namespace {

constexpr int Version = 1;

QString vaultGroup(const QString &vaultId, const QString &part) {
    return QStringLiteral("vaults/") + vaultId + u'/' + part;
}

/// A map as JSON text: readable in the file, where QSettings would write a binary blob.
QString textFromMap(const QVariantMap &map) {
    return QString::fromUtf8(QJsonDocument(QJsonObject::fromVariantMap(map)).toJson(QJsonDocument::Compact));
}

QVariantMap mapFromText(const QString &text) {
    return QJsonDocument::fromJson(text.toUtf8()).object().toVariantMap();
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent) {
    (void)makePrivateFolder(QFileInfo(file).absolutePath());
    if (!QFileInfo::exists(file))
        (void)createPrivateFile(file); // where it fails, QSettings keeps the values of this run in memory
    makePrivate(file);
    m_store = std::make_unique<QSettings>(file, QSettings::IniFormat);
    if (m_store->value(QStringLiteral("version")).toInt() != Version)
        write(QStringLiteral("version"), Version);
}

Settings::~Settings() {
    flush();
}

QString Settings::fileName() const {
    return m_store->fileName();
}

bool Settings::flush() {
    m_store->sync();
    makePrivate(m_store->fileName()); // QSettings replaces the file by one with the usual mode
    return m_store->status() == QSettings::NoError;
}

/// At once, so that no later write of Qt's own leaves the file readable for others.
void Settings::write(const QString &key, const QVariant &value) {
    m_store->setValue(key, value);
    flush();
}

int Settings::get(const Setting<int> &s) const {
    bool number = false;
    const int v = m_store->value(QLatin1StringView(s.key), s.fallback).toInt(&number);
    return number && v >= s.least && v <= s.most ? v : s.fallback;
}

bool Settings::get(const Setting<bool> &s) const {
    return m_store->value(QLatin1StringView(s.key), s.fallback).toBool();
}

void Settings::set(const Setting<int> &s, int v) {
    const int bounded = qBound(s.least, v, s.most);
    if (get(s) == bounded && m_store->contains(QLatin1StringView(s.key)))
        return;
    write(QLatin1StringView(s.key), bounded);
    emit changed(QLatin1StringView(s.key));
}

void Settings::set(const Setting<bool> &s, bool v) {
    if (get(s) == v && m_store->contains(QLatin1StringView(s.key)))
        return;
    write(QLatin1StringView(s.key), v);
    emit changed(QLatin1StringView(s.key));
}

QVariantMap Settings::vaultState(const QString &vaultId, const QString &part) const {
    const QVariantMap m = mapFromText(m_store->value(vaultGroup(vaultId, part)).toString());
    return m.value(QStringLiteral("v")).toInt() == Version ? m : QVariantMap();
}

void Settings::setVaultState(const QString &vaultId, const QString &part, const QVariantMap &state) {
    QVariantMap m = state;
    m.insert(QStringLiteral("v"), Version);
    write(vaultGroup(vaultId, part), textFromMap(m));
}

QVariantMap Settings::shortcuts() const {
    return mapFromText(m_store->value(QStringLiteral("shortcuts")).toString());
}

void Settings::setShortcuts(const QVariantMap &map) {
    write(QStringLiteral("shortcuts"), textFromMap(map));
    emit changed(QStringLiteral("shortcuts"));
}

QStringList Settings::recentVaults() const {
    return m_store->value(QStringLiteral("recentVaults")).toStringList();
}

std::optional<QVariantMap> Settings::connections() const {
    const QString key = QStringLiteral("connections");
    if (!m_store->contains(key))
        return std::nullopt;
    return mapFromText(m_store->value(key).toString());
}

void Settings::setConnections(const QVariantMap &book) {
    write(QStringLiteral("connections"), textFromMap(book));
    emit changed(QStringLiteral("connections"));
}

QTimeZone timeZone(const Settings &settings) {
    return settings.get(setting::TimeZone) == 1 ? QTimeZone::utc() : QTimeZone::systemTimeZone();
}

} // namespace latchkey::ui
