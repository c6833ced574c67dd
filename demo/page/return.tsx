import { ReturnPage } from './return-page.tsx';
import { show } from './show.tsx';

show(<ReturnPage />);
