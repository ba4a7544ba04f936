#include "ui/transfer/file_field.h"
#include "ui/platform/file_dialog.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

FileField::FileField(For use, const QString &filter, QWidget *parent)
    : QWidget(parent)
    , m_use(use)
    , m_filter(filter)
    , m_edit(new QLineEdit(this)) {
    auto *button = new QPushButton(tr("Browse…"), this);
    button->setAutoDefault(false);
    m_edit->setAccessibleName(tr("File"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(button);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &FileField::changed);
    connect(button, &QPushButton::clicked, this, &FileField::browse);
}

QString FileField::path() const {
    const QString text = m_edit->text().trimmed();
    if (text.startsWith(QStringLiteral("~/")))
        return QDir::home().filePath(text.mid(2));
    return text.isEmpty() || QDir::isAbsolutePath(text) ? text : QDir::home().filePath(text);
}

void FileField::setPath(const QString &path) {
    m_edit->setText(QDir::toNativeSeparators(path));
}

void FileField::browse() {
    auto *dialog = new FileDialog(window(), {}, QFileInfo(path()).absolutePath(), m_filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(m_use == For::Saving ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(m_use == For::Saving ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    if (m_use == For::Saving)
        dialog->selectFile(path());
    connect(dialog, &QFileDialog::fileSelected, this, &FileField::setPath);
    dialog->open();
}

} // namespace latchkey::ui
