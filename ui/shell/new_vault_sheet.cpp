#include "ui/shell/new_vault_sheet.h"

#include "core/model/catalogue.h"
#include "ui/dialogs/form/sheet_layout.h"
#include "ui/theme/sheet_keys.h"
#include "ui/transfer/file_field.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr qsizetype NamedResources = 4;

QString suffix() {
    return QStringLiteral(".latchkey");
}

/// A name in the folder that nothing has yet.
QString freeName(const QString &folder) {
    const QDir dir(folder);
    QString name = QStringLiteral("vault") + suffix();
    for (int n = 2; dir.exists(name); ++n)
        name = QStringLiteral("vault-%1").arg(n) + suffix();
    return dir.filePath(name);
}

} // namespace

NewVaultSheet::NewVaultSheet(const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_file(new FileField(FileField::For::Saving, tr("Latchkey vaults (*.latchkey)"), this))
    , m_choice(new QButtonGroup(this))
    , m_problem(new QLabel(this))
    , m_create(new QPushButton(tr("Create vault"), this)) {
    setObjectName(QStringLiteral("newVaultSheet"));
    setWindowTitle(tr("New vault"));
    auto *title = new QLabel(tr("New vault"), this);
    title->setProperty("heading", true);
    auto *where = new QLabel(tr("&File"), this);
    where->setBuddy(m_file);
    m_file->setPath(freeName(folder));
    auto *what = new QLabel(tr("Permissions that its keys can have"), this);
    auto *later = new QLabel(tr("Everything can be changed later under Permission Catalogue."), this);
    later->setProperty("secondary", true);
    later->setWordWrap(true);
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_create->setObjectName(QStringLiteral("createVault"));
    m_create->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(8);
    box->addWidget(title);
    box->addWidget(where);
    box->addWidget(m_file);
    box->addWidget(m_problem);
    box->addSpacing(8);
    box->addWidget(what);
    box->addWidget(catalogues());
    box->addWidget(later);
    box->addSpacing(8);
    box->addStretch(1);
    box->addLayout(buttons);
    setMinimumWidth(560);
    connect(m_file, &FileField::changed, this, &NewVaultSheet::check);
    connect(m_create, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_create, cancel);
    m_file->edit().setFocus();
    check();
}

QWidget *NewVaultSheet::catalogues() {
    auto *inside = new QWidget(this);
    auto *box = new QVBoxLayout(inside);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(2);
    const QList<ShippedCatalogue> shipped = shippedCatalogues();
    for (qsizetype i = 0; i < shipped.size(); ++i) {
        auto *button = new QRadioButton(shipped[i].name, inside);
        button->setChecked(i == 0);
        m_choice->addButton(button, static_cast<int>(i));
        box->addWidget(button);
        const auto catalogue = Catalogue::fromJson(shipped[i].json);
        if (!catalogue)
            continue;
        QStringList names;
        for (const ResourceInfo &r : catalogue->resources().mid(0, NamedResources))
            names.append(r.name);
        QString text = tr("%Ln permissions: %1", nullptr, static_cast<int>(catalogue->allScopes().size()))
                           .arg(names.join(QStringLiteral(", ")));
        if (catalogue->resources().size() > NamedResources)
            text += QStringLiteral(" …");
        auto *words = new QLabel(text, inside);
        words->setProperty("secondary", true);
        words->setWordWrap(true);
        words->setIndent(26); // under the name
        button->setAccessibleDescription(text);
        box->addWidget(words);
        box->addSpacing(6);
    }
    return inside;
}

QString NewVaultSheet::path() const {
    const QString path = m_file->path();
    return path.isEmpty() || path.endsWith(suffix()) ? path : path + suffix();
}

QByteArray NewVaultSheet::catalogueJson() const {
    return shippedCatalogues().value(m_choice->checkedId()).json;
}

void NewVaultSheet::check() {
    const QFileInfo file(path());
    const QString problem = path().isEmpty() ? tr("Choose a file for the vault.")
                            : file.exists() ? tr("There is a file of this name already. Choose another name.")
                                            : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    growToFit(this);
    m_create->setEnabled(problem.isEmpty());
}

} // namespace latchkey::ui
