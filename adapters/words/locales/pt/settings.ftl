### A person's settings; and (on-behalf) the page of whoever acts as another person.

settings-title = Login em dois fatores

settings-name-error = Esse nome não pode ser usado, então nada mudou. Um nome tem de 1 a 64 caracteres comuns.
settings-renamed = O novo nome foi salvo.
settings-removed = O método foi removido. Os códigos dele não funcionam mais aqui; se era um app, você já pode apagar o item nele.
settings-forgotten = Pronto. A partir de agora, um dispositivo que não é mais lembrado volta a precisar de um código.

settings-status = Status
settings-on = Ativado
settings-off = Não ativado
settings-status-off = Desativado

settings-switched-off = O login em dois fatores está desativado para a sua conta. Nenhum código é pedido, e não é preciso fazer nada.
settings-exempt-active = Nenhum código é pedido até { $until }.
settings-active = Depois da senha, { $issuer } pede também um código do seu app autenticador.
settings-active-any = Depois da senha, { $issuer } pede também um código.
settings-stays-on = Por isso, ele continua ativado.
settings-needed = <strong>Sua conta precisa do login em dois fatores.</strong>
settings-grace = <strong>Sua conta precisa do login em dois fatores a partir de { $until }.</strong>
settings-announced = <strong>A partir de { $from }, sua conta vai precisar do login em dois fatores.</strong>
settings-announced-now = Já é possível ativá-lo agora.
settings-exempt = Nada é exigido da sua conta até { $until }.
settings-password-alone = Só a senha basta para entrar na sua conta. Com o login em dois fatores, também é preciso um código curto, mostrado por um app no seu telefone. Ativar leva cerca de dois minutos.
settings-cannot = No momento, não é possível ativá-lo para esta conta. Fale com quem administra { $issuer }.

# <span class="cs-sr"> is read out and not seen.
settings-apps = Apps autenticadores
settings-ways = Métodos para confirmar sua identidade
settings-kind = Tipo
settings-rename = Renomear<span class="cs-sr"> { $name }</span>
settings-new-name = Novo nome
settings-save-name = Salvar o nome
settings-remove = Remover<span class="cs-sr"> { $name }</span>
settings-remove-one = Os códigos de “{ $name }” deixarão de funcionar, e os dispositivos deixarão de ser lembrados.
settings-remove-last = Este é o seu único app: removê-lo desativa o login em dois fatores, e seus códigos de recuperação deixam de funcionar.
settings-remove-last-way = Este é o seu único método de confirmação: removê-lo desativa o login em dois fatores, e seus códigos de recuperação deixam de funcionar.
settings-remove-way-button = Remover este método<span class="cs-sr">: { $name }</span>
settings-remove-button = Remover este app<span class="cs-sr">: { $name }</span>
settings-only-app = Este é o seu único app e a sua conta precisa do login em dois fatores; por isso, ele não pode ser removido. Para trocar de telefone, adicione primeiro o novo.
settings-only-way = Este é o seu único método de confirmação e a sua conta precisa do login em dois fatores; por isso, ele não pode ser removido. Para mudar para outro, adicione primeiro esse outro.
settings-replace = Para substituir um app, adicione primeiro o novo. O antigo continua funcionando até ser removido.
settings-add-way = Adicionar outro método
settings-add = Adicionar um app autenticador
settings-full = Esta conta já tem o número máximo de métodos. Para adicionar outro, remova um primeiro.

settings-recovery = Códigos de recuperação
settings-recovery-left =
    { $count ->
        [one] Resta <strong>{ $count } de { $total }</strong> códigos. Um código de recuperação permite entrar quando o telefone não está à mão.
       *[other] Restam <strong>{ $count } de { $total }</strong> códigos. Um código de recuperação permite entrar quando o telefone não está à mão.
    }
settings-recovery-none = <strong>Não resta nenhum código de recuperação.</strong> Se o telefone for perdido agora, não será possível entrar. Gere novos códigos e guarde-os.
settings-recovery-few = <strong>Restam poucos.</strong> Gere novos códigos e guarde-os.
settings-renew = Gerar novos códigos
settings-renew-what =
    { $count ->
        [one] Será gerado { $count } novo código, mostrado uma única vez. Os códigos atuais deixam de funcionar imediatamente.
       *[other] Serão gerados { $count } novos códigos, mostrados uma única vez. Os códigos atuais deixam de funcionar imediatamente.
    }
settings-renew-button = Gerar novos códigos de recuperação

settings-devices = Dispositivos lembrados
settings-devices-intro = Nestes dispositivos, nenhum código é pedido até o fim do prazo de cada um. Se algum for desconhecido, escolha esquecê-lo e troque sua senha.
settings-no-device = Nenhum dispositivo é lembrado. Um código é pedido em cada login.
settings-this-device = Este dispositivo
settings-device-since = Lembrado desde
settings-device-seen = Último acesso
settings-device-ends = Lembrado até
settings-forget = Esquecer<span class="cs-sr"> { $device }</span>
settings-forget-all = Esquecer todos os dispositivos
settings-browser-on-system = { $browser } em { $system }
settings-browser-unknown-on-system = Um navegador em { $system }
settings-browser-unknown = Um navegador

settings-administration = Administração: login em dois fatores de outras pessoas

on-behalf-title = Sessão em nome de outra pessoa
on-behalf-intro = <strong class="cs-break">{ $actor }</strong> iniciou a sessão e age em nome de <strong class="cs-break">{ $subject }</strong>. As configurações do login em dois fatores de <span class="cs-break">{ $subject }</span> não são mostradas, e nada pode ser adicionado a elas.
on-behalf-must-activate = <strong>Sua própria conta não tem um segundo fator.</strong> Deixe de agir em nome de outra pessoa, ative o login em dois fatores na sua própria conta e volte aqui.
on-behalf-disabled = O login em dois fatores foi desativado para <span class="cs-break">{ $subject }</span>, que pode ativá-lo de novo.
on-behalf-disable-title = Se esta pessoa não consegue mais entrar
on-behalf-disable-intro = É possível remover todos os apps, códigos de recuperação e dispositivos lembrados de <span class="cs-break">{ $subject }</span>. A pessoa será avisada por e-mail, e isso fica no registro com os dois nomes. Antes, será pedido o seu próprio segundo fator.
on-behalf-disable = Desativar o login em dois fatores em nome de <span class="cs-break">{ $subject }</span>
on-behalf-disable-button = Desativar o login em dois fatores de { $subject }
on-behalf-detail = { $actor } age em nome de { $subject }, cujas configurações do login em dois fatores não são mostradas.
