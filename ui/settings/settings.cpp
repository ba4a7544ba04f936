#include "ui/settings/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace latchkey::ui {

namespace {

constexpr int Version = 1;
constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString vaultGroup(const QString &vaultId, const QString &part) {
    return QStringLiteral("vaults/") + vaultId + u'/' + part;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent) {
    if (!QFileInfo::exists(file)) {
        QDir().mkpath(QFileInfo(file).absolutePath());
        QFile made(file);
        if (made.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            made.setPermissions(OwnerOnly);
    }
    m_store = std::make_unique<QSettings>(file, QSettings::IniFormat);
    m_store->setValue(QStringLiteral("version"), Version);
}

Settings::~Settings() {
    m_store->sync();
    QFile::setPermissions(m_store->fileName(),
                          OwnerOnly); // QSettings replaces the file by one with the usual mode
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
    m_store->setValue(QLatin1StringView(s.key), qBound(s.least, v, s.most));
    emit changed(QLatin1StringView(s.key));
}

void Settings::set(const Setting<bool> &s, bool v) {
    m_store->setValue(QLatin1StringView(s.key), v);
    emit changed(QLatin1StringView(s.key));
}

QVariantMap Settings::vaultState(const QString &vaultId, const QString &part) const {
    const QVariantMap m = m_store->value(vaultGroup(vaultId, part)).toMap();
    return m.value(QStringLiteral("v")).toInt() == Version ? m : QVariantMap();
}

void Settings::setVaultState(const QString &vaultId, const QString &part, const QVariantMap &state) {
    QVariantMap m = state;
    m.insert(QStringLiteral("v"), Version);
    m_store->setValue(vaultGroup(vaultId, part), m);
}

QVariantMap Settings::shortcuts() const {
    return m_store->value(QStringLiteral("shortcuts")).toMap();
}

void Settings::setShortcuts(const QVariantMap &map) {
    m_store->setValue(QStringLiteral("shortcuts"), map);
    emit changed(QStringLiteral("shortcuts"));
}

QStringList Settings::recentVaults() const {
    return m_store->value(QStringLiteral("recentVaults")).toStringList();
}

void Settings::addRecentVault(const QString &path) {
    QStringList recent = recentVaults();
    recent.removeAll(path);
    recent.prepend(path);
    m_store->setValue(QStringLiteral("recentVaults"), recent.mid(0, 8));
}

} // namespace latchkey::ui
