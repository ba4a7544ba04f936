#include "ui/shell/rotate_fields.h"

#include "core/model/futures.h"
#include "ui/dialogs/copy_key/env_file.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/segmented.h"
#include "ui/transfer/file_field.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <array>

namespace latchkey::ui {

namespace {

constexpr qint64 HourMs = 3'600'000, UntilStoppedMs = -1;
constexpr std::array<qint64, 6> bulkOverlaps{0,           HourMs,       24 * HourMs,
                                             72 * HourMs, 168 * HourMs, UntilStoppedMs};
constexpr int UsualOverlap = 2, ToFile = 0, ToKeychain = 1;

QString usualFile(const Clock &clock) {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QDir folder(QFileInfo(documents).isDir()
                          ? documents
                          : QStandardPaths::writableLocation(QStandardPaths::HomeLocation));
    const QString base =
        QStringLiteral("latchkey-tokens-") + clock.now().toUtc().date().toString(Qt::ISODate);
    QString path = folder.filePath(base + QStringLiteral(".csv"));
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = folder.filePath(base + QStringLiteral("-%1.csv").arg(n));
    return path;
}

} // namespace

RotateFields::RotateFields(KeyService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_overlap(new QComboBox(this))
    , m_where(new Segmented(this))
    , m_file(new FileField(FileField::For::Saving, tr("CSV and .env (*.csv *.env);;All files (*)"), this))
    , m_note(new QLabel(this))
    , m_anyway(new QCheckBox(tr("Save there an&yway"), this)) {
    m_overlap->setObjectName(QStringLiteral("rotateOverlap"));
    m_overlap->setAccessibleName(tr("How long the old tokens work on"));
    for (const QString &text : {tr("Not at all: they stop now"), tr("1 hour"), tr("24 hours"), tr("3 days"),
                                tr("7 days"), tr("Until I stop them")})
        m_overlap->addItem(text);
    m_overlap->setCurrentIndex(UsualOverlap);
    m_where->setObjectName(QStringLiteral("rotateWhere"));
    m_where->add(ToFile, tr("Into a file"));
    m_where->add(ToKeychain, tr("Into the keychain"));
    m_where->setValue(ToFile);
    m_file->setPath(usualFile(service.clock()));
    m_note->setObjectName(QStringLiteral("rotateNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setProperty("secondary", true);
    m_anyway->setObjectName(QStringLiteral("rotateAnyway"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(8);
    box->addWidget(
        new FieldRow(QStringLiteral("overlap"), tr("The old tokens work on"), m_overlap, false, this));
    box->addWidget(new FieldRow(QStringLiteral("where"), tr("The new tokens go"), m_where, false, this));
    box->addWidget(m_file);
    box->addWidget(m_note);
    box->addWidget(m_anyway);
    connect(m_overlap, &QComboBox::currentIndexChanged, this, &RotateFields::changed);
    connect(m_where, &Segmented::chosen, this, &RotateFields::check);
    connect(m_file, &FileField::changed, this, &RotateFields::check);
    connect(m_anyway, &QCheckBox::toggled, this, &RotateFields::changed);
    whenDone(service.secrets().probe(), this, [this](SecretStoreState s) {
        m_keychain = s == SecretStoreState::Available || s == SecretStoreState::AvailableOnFirstUse ||
                     s == SecretStoreState::Locked;
        check();
    });
    check();
}

RotationWish RotateFields::wish() const {
    const qint64 ms = bulkOverlaps[static_cast<std::size_t>(qMax(0, m_overlap->currentIndex()))];
    return {ms == UntilStoppedMs ? std::nullopt : std::optional(ms),
            m_where->value() == ToFile ? m_file->path() : QString()};
}

bool RotateFields::breaks() const {
    return m_overlap->currentIndex() == 0;
}

QString RotateFields::problem() const {
    if (m_where->value() == ToKeychain)
        return {};
    const QFileInfo file(m_file->path());
    if (m_file->path().isEmpty())
        return tr("Name a file for the new tokens.");
    if (!file.absoluteDir().exists() || file.isDir())
        return tr("There is no such folder.");
    if (file.exists() || file.isSymLink())
        return tr("There is a file with this name already. Choose another one.");
    if (!m_git.isEmpty() && !m_anyway->isChecked())
        return tr("“%1” is a git folder. A key that gets committed is public to everyone who can read the "
                  "repository.")
            .arg(QDir::toNativeSeparators(m_git));
    return {};
}

void RotateFields::check() {
    const bool file = m_where->value() == ToFile;
    m_where->button(ToKeychain)->setEnabled(m_keychain);
    m_where->button(ToKeychain)
        ->setToolTip(m_keychain ? QString() : tr("This computer has no keychain that lasts."));
    m_file->setVisible(file);
    m_git = file ? gitFolderOf(m_file->path()) : QString();
    m_anyway->setVisible(!m_git.isEmpty());
    m_note->setText(
        file ? tr("Only you can read the file. Each new token is in it before its key changes. A name "
                  "ending in .env gives lines of NAME=token.")
             : tr("Each new token is in the keychain before its key changes. Reveal and Copy find it "
                  "there."));
    emit changed();
}

} // namespace latchkey::ui
