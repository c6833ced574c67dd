import { ConnectWidget, type Appearance } from 'react-atrium-connect';

interface Tenant {
  readonly colour: string;
  readonly isDark: boolean;
}

const appearanceOf = ({ colour, isDark }: Tenant): Appearance => ({
  colorScheme: isDark ? 'dark' : 'light',
  variables: { '--atrium-color-accent': colour, '--atrium-radius': '0.25rem' },
});

export const TenantWidget = ({ tenant }: { readonly tenant: Tenant }) => (
  <ConnectWidget appearance={appearanceOf(tenant)} />
);
